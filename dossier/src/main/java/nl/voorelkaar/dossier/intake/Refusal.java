package nl.voorelkaar.dossier.intake;

import java.util.Locale;
import nl.voorelkaar.dossier.procedure.StepRefused;

/** Why a step in an onderzoek cannot be taken. */
public enum Refusal implements StepRefused.Reason {
    /** This step is for the resident alone. */
    FOR_THE_RESIDENT,
    /** A melding is filed by the resident, or by the desk that says how it came. */
    FOR_RESIDENT_OR_DESK,
    /** This step is for who leads the gesprek. */
    FOR_WHO_LEADS_THE_TALK,
    NOT_STARTED,
    ALREADY_STARTED,
    NO_TALK_YET,
    /** A gesprek is planned for a day that has passed. */
    TALK_IN_THE_PAST,
    /** The gesprek lies in the future. */
    TALK_IN_THE_FUTURE,
    NO_REPORT_YET,
    /** It is over: the account was given, or the melding was withdrawn or passed on. */
    OVER,
    EMPTY_TEXT,
    TOO_LONG;

    @Override
    public String key() {
        return "intake." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
