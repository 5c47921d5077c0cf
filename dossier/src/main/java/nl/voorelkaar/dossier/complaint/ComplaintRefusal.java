package nl.voorelkaar.dossier.complaint;

import java.util.Locale;
import nl.voorelkaar.dossier.procedure.StepRefused;

/** Why a step in a complaint cannot be taken. */
public enum ComplaintRefusal implements StepRefused.Reason {
    ONLY_RESIDENT,
    /** Only the complaint handler. */
    ONLY_HANDLER,
    /** Whom it is about takes no part in handling it (Awb 9:7). */
    ABOUT_YOU,
    /** Not somebody whom the resident met here. */
    UNKNOWN_PERSON,
    NOT_NOW,
    OVER,
    EMPTY_TEXT,
    TOO_LONG,
    /** What came outside the portal came today or before. */
    CAME_IN_THE_FUTURE,
    /** It is not about one person, or that person is not known yet. */
    NOBODY_ACCUSED,
    /** Whom it is about has a copy already. */
    ALREADY_TOLD,
    /** Telling that a complaint is not dealt with is possible for four weeks (Awb 9:8 lid 3). */
    TOO_LATE_TO_LEAVE,
    /** Only a complaint about a provider goes to that provider. */
    NOT_ABOUT_A_PROVIDER,
    /** Nothing was proposed to be satisfied with. */
    NOTHING_PROPOSED,
    HEARING_IN_THE_PAST,
    HEARING_IN_THE_FUTURE,
    /** The resident was not heard, and did not give that up (Awb 9:10). */
    RESIDENT_NOT_HEARD,
    /** Whom it is about did not get the chance to be heard (Awb 9:10). */
    ACCUSED_NOT_HEARD,
    ALREADY_HEARD,
    NO_ADVISER,
    ALREADY_ADVISED,
    /** Who was asked for advice has not given it. */
    ADVICE_AWAITED,
    ALREADY_EXTENDED,
    /** From one to four weeks (Awb 9:11 lid 2). */
    EXTENSION_TOO_LONG,
    /** First the municipality takes its own four weeks (Awb 9:11 lid 2 and 3). */
    NOT_EXTENDED_YET,
    /** A term that passed is not made longer. */
    TERM_IS_OVER,
    NOT_LATER,
    NO_DELAY_ASKED;

    @Override
    public String key() {
        return "complaint." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    StepRefused in(Enum<?> state) {
        return new StepRefused(this, state.name());
    }
}
