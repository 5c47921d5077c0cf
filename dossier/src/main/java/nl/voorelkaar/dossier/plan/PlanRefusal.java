package nl.voorelkaar.dossier.plan;

import java.util.Locale;
import nl.voorelkaar.dossier.procedure.StepRefused;

/** Why a step of a plan cannot be taken. */
public enum PlanRefusal implements StepRefused.Reason {
    /** The version is frozen or final: its text stands. */
    NOT_WRITABLE,
    /** The own words of the resident are the resident's. */
    RESIDENTS_OWN_WORDS,
    /** In this phase the family talks among itself. */
    FAMILY_AMONG_ITSELF,
    ROLE_MAY_NOT,
    ONLY_THE_RESIDENT,
    TOO_LONG,
    EMPTY,
    TOO_MANY,
    NOT_THERE,
    /** One of the six items is neither filled nor marked as not applicable. */
    INCOMPLETE,
    /** The plan moved while it was printed or sealed: look again. */
    MOVED,
    NOT_FROZEN,
    /** What was signed for is not the version that lies there now. */
    STALE_VERSION,
    ALREADY_SIGNED,
    SIGN_IN_AGAIN,
    /** A professional never signs for a resident, nor the other way round. */
    NOT_YOUR_SIGNATURE,
    /** What should happen with the application is the resident's to say; nothing is chosen for them. */
    CHOOSE_APPLICATION,
    NOTHING_TO_WITHDRAW,
    /** The time to come back on the signature is over. */
    TOO_LATE_TO_WITHDRAW,
    NOT_COOLING_OFF,
    /** Tasks start when the plan is final, or when the resident lets them start earlier. */
    NOT_STARTED,
    NOT_FINAL,
    NOT_IN_EVALUATION,
    DAY_IN_FUTURE,
    WRONG_PHASE,
    /** Under sixteen somebody joins the plan of a household with a parent. */
    TOO_YOUNG_TO_JOIN,
    /** The text of the household is the text of this plan already. */
    NOTHING_NEW,
    /** What was told on paper or by phone counts when the resident gives the code from the letter about it. */
    CODE_NEEDED,
    /** The municipality's seal or its timestamp is not there now: nothing was signed. */
    SEAL_UNAVAILABLE;

    @Override
    public String key() {
        return "plan." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
