package nl.voorelkaar.dossier.plan;

import java.util.Optional;

/**
 * What happens now with a goal, and whose turn it is. A goal without tasks never looks finished.
 *
 * @param task the first that is open, when there is one
 * @param overdue its day has passed
 */
public record NextStep(Kind kind, Optional<Task> task, boolean overdue) {

    public enum Kind {
        REACHED,
        /** Nobody has a task yet: resident and professional together. */
        NO_TASKS,
        /** Nothing starts before the plan is final. */
        PLAN_FIRST,
        TASK,
        /** All tasks are done: resident and professional say together whether the goal is reached. */
        ALL_DONE,
        /** The plan ended. */
        ENDED
    }
}
