package nl.voorelkaar.dossier.erasure;

import java.util.Locale;
import nl.voorelkaar.dossier.procedure.StepRefused;

/** Why something is not erased now. */
public enum ErasureRefusal implements StepRefused.Reason {
    /** The municipal file is not the resident's to erase: that is asked for (Wmo 5.3.5). */
    NOT_YOURS_ALONE,
    /** A part of it is waiting to be erased already. */
    WAITING_ALREADY,
    /** Who erases proved who they are at most a quarter of an hour ago. */
    SIGN_IN_AGAIN,
    /** It was erased, or is being erased: there is no way back. */
    TOO_LATE,
    /** The resident kept it. */
    KEPT,
    /** It does not wait for approval: it was approved, kept, or it is gone. */
    NOT_ON_THE_LIST,
    /** The second approval is of somebody else, in the other role. */
    SOMEBODY_ELSE,
    /** Holding and lifting a hold is for the privacy officer. */
    ONLY_OFFICER;

    @Override
    public String key() {
        return "erasure." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    StepRefused in(Erasure.State state) {
        return new StepRefused(this, state.name());
    }
}
