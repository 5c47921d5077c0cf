package nl.voorelkaar.dossier.objection;

import java.util.Locale;
import nl.voorelkaar.dossier.procedure.StepRefused;

/** Why a step in an objection cannot be taken. None of these is ever a reason not to receive one. */
public enum ObjectionRefusal implements StepRefused.Reason {
    ONLY_RESIDENT,
    /** Only the lawyer who handles it. */
    ONLY_LAWYER,
    /** Only somebody with the mandate to decide. */
    ONLY_DECIDER,
    /** Who took the first decision takes no part in this one (Awb 7:5, 10:3). */
    DECIDED_BEFORE,
    NOT_NOW,
    OVER,
    /** What came outside the portal came today or before. */
    CAME_IN_THE_FUTURE,
    POSTED_AFTER_IT_CAME,
    TOO_MANY_FILES,
    EMPTY_TEXT,
    TOO_LONG,
    /** It came in time: there is nothing to excuse. */
    NOT_LATE,
    /** Ten days of notice are needed: papers can be sent in until then (Awb 7:4). */
    HEARING_TOO_SOON,
    HEARING_IN_THE_FUTURE,
    TERM_IN_THE_PAST,
    ALREADY_EXTENDED,
    /** The decision can be made later once, while the term runs (Awb 7:10 lid 3). */
    TERM_IS_OVER,
    /** Without a hearing there must be a reason that the law knows (Awb 7:3). */
    NOT_HEARD,
    NO_COMMITTEE,
    /** Asked after the decision (Awb 7:15 lid 3), or never. */
    COSTS_NOT_ASKED,
    DIRECT_APPEAL_NOT_ASKED,
    /** The term has not passed, so there is nothing to be in default with. */
    NOT_LATE_YET,
    ALREADY_IN_DEFAULT;

    @Override
    public String key() {
        return "objection." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    StepRefused in(Enum<?> state) {
        return new StepRefused(this, state.name());
    }
}
