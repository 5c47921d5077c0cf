package nl.voorelkaar.dossier.decision;

import java.util.Locale;
import nl.voorelkaar.dossier.procedure.StepRefused;

/** Why a step about an application or a decision cannot be taken. */
public enum DecisionRefusal implements StepRefused.Reason {
    /** The state does not know this step. */
    NOT_NOW,
    /** Only the resident does this. */
    ONLY_RESIDENT,
    /** Not for this role. */
    NOT_THIS_ROLE,
    /** Only a mandated decider (BES) decides. */
    ONLY_DECIDER,
    /** Who led the conversation does not decide alone. */
    LED_THE_CONVERSATION,
    /** The inquiry is not finished, and it does not say why the decision does not wait for it. */
    INQUIRY_UNFINISHED,
    EMPTY_TEXT,
    TEXT_TOO_LONG,
    /** A last day must lie after today. */
    DAY_NOT_AHEAD,
    /** A term to supply was given and it is not over. */
    STILL_TIME_TO_SUPPLY,
    /** The resident may still react to what the municipality means to do. */
    STILL_TIME_FOR_VIEW,
    /** The municipality still has time to decide. */
    NOT_LATE_YET,
    /** Notice of default was given. */
    NOTICE_GIVEN,
    /** The penalty is not over: there is no decision and the 42 days are not full. */
    PENALTY_RUNS,
    /** The decision does not say all that it must say. */
    DECISION_INCOMPLETE,
    /** It was decided under this application already. */
    ALREADY_DECIDED,
    /** The letter carries another day than today. */
    LETTER_OF_ANOTHER_DAY,
    /** There is no such sending. */
    NO_SUCH_SENDING,
    /** The last sending did not fail. */
    SENDING_DID_NOT_FAIL,
    /** The resident did not choose the portal for this. */
    PORTAL_NOT_CHOSEN,
    /** A letter needs a name and an address. */
    ADDRESS_MISSING;

    @Override
    public String key() {
        return "decision." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    StepRefused in(Enum<?> state) {
        return new StepRefused(this, state.name());
    }
}
