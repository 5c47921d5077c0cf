package nl.voorelkaar.consent;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that happened to a dossier, to be written down.
 *
 * @param details small facts by name (ids, enums, days); sealed with the rest, never content of the dossier
 */
public record LedgerEvent(
        ResidentId resident,
        Kind kind,
        Optional<Actor> actor,
        Set<Section> sections,
        Optional<Grondslag> ground,
        Optional<String> statute,
        Optional<GrantId> grant,
        Outcome outcome,
        Map<String, String> details) {

    /** What was tried and not allowed: nothing was given, so no ground stands under it. */
    public static LedgerEvent refused(
            ResidentId resident, Kind kind, Actor by, Set<Section> sections, Map<String, String> details) {
        return new LedgerEvent(
                resident,
                kind,
                Optional.of(by),
                sections,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Outcome.REFUSED,
                details);
    }

    /** The same with these details besides. */
    public LedgerEvent with(Map<String, String> more) {
        var all = new HashMap<>(details);
        all.putAll(more);
        return new LedgerEvent(resident, kind, actor, sections, ground, statute, grant, outcome, all);
    }

    public enum Kind {
        SIGNED_IN,
        SIGN_IN_REFUSED,
        SIGNED_OUT,
        READ,
        ADDED,
        EDITED,
        REMOVED,
        RESTORED,
        /** A step in a procedure; the detail {@code step} says which. */
        STEP_TAKEN,
        SEARCHED,
        LISTED,
        DOWNLOADED,
        CODE_ISSUED,
        CODE_USED,
        LOOKED_UP,
        ASKED,
        ASK_WITHDRAWN,
        REQUEST_REFUSED,
        REQUEST_LAPSED,
        PREVIEWED,
        GRANTED,
        NARROWED,
        PAUSED,
        RESUMED,
        STOPPED,
        EXPIRED,
        ASSIGNED,
        ASSIGNMENT_ENDED,
        EXPORTED,
        LOG_READ,
        REMINDED,
        MANDATE_INVITED,
        MANDATE_ACCEPTED,
        MANDATED,
        MANDATE_NARROWED,
        MANDATE_STOPPED,
        MANDATE_GIVEN_UP,
        MANDATE_EXPIRED,
        MANDATE_LAPSED,
        MANDATE_REMINDED,
        EMERGENCY_ASKED,
        EMERGENCY_OPENED,
        EMERGENCY_EXTENDED,
        EMERGENCY_ENDED,
        EMERGENCY_DELAYED,
        EMERGENCY_OVERDUE,
        EMERGENCY_REVIEWED,
        REPRESENTATION_REGISTERED,
        REPRESENTATION_ENDED,
        REPRESENTATION_RECHECK_DUE,
        /** One of those who have gezag answered; nothing is given yet. */
        ANSWERED_FOR,
        /** Parents differ: a person of the municipality talks with them. */
        DISAGREED,
        AGE_ANNOUNCED,
        AGE_REACHED,
        /** What was given before a birthday ended on it (HERBEVESTIGEN). */
        TO_RECONFIRM,
        /** Something at the desk; the detail {@code step} says what. */
        DESK,
        /** What was given ended because who decides for the resident changed: curatele, or other parents with gezag. */
        ENDED_BY_MEASURE,
        DEATH_REGISTERED,
        DEATH_TAKEN_BACK,
        ENDED_BY_DEATH,
        /** Help with one thing ended because the thing did. */
        MANDATE_ENDED_WITH_IT,
        CONSULT_AGREED,
        CONSULT_REFUSED,
        CONSULT_STOPPED,
        CONSULT_WITHDRAWN,
        CONSULT_ENDED,
        HANDOVER_WITHDRAWN,
        HANDOVER_DECLINED,
        HANDED_OVER,
        /** The resident does not want this person: the case goes to somebody else. */
        PERSON_REFUSED
    }

    public enum Outcome {
        DONE,
        REFUSED
    }
}
