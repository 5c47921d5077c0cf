package nl.voorelkaar.consent.decision;

import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Role;

/** Who can be given a case, or take one over from a colleague. Pure, as the access decision is. */
public final class Handing {

    private Handing() {}

    /** Why not. */
    public enum No {
        /** The resident themselves, or who lives with them. */
        TOO_CLOSE,
        NOT_THEIR_TASK,
        /** The resident refused this person by name, for this task. */
        REFUSED_BY_NAME
    }

    /**
     * @param tasks of the case, all of them
     * @param refused the tasks for which the resident refused this person by name
     * @return empty when it can be given
     */
    public static Optional<No> against(Facts.Relation relation, Role role, Set<Statute> tasks, Set<Statute> refused) {
        if (relation != Facts.Relation.NONE) {
            return Optional.of(No.TOO_CLOSE);
        }
        if (tasks.stream().anyMatch(refused::contains)) {
            return Optional.of(No.REFUSED_BY_NAME);
        }
        return tasks.stream().allMatch(task -> task.isTaskOf(role)) ? Optional.empty() : Optional.of(No.NOT_THEIR_TASK);
    }
}
