package nl.voorelkaar.dossier.plan;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * What the resident wants to reach, above the tasks that lead there.
 *
 * @param tasks by due day, those without one last
 */
public record Goal(UUID id, Written text, boolean reached, List<Task> tasks) {

    public Goal {
        tasks = tasks.stream().sorted(BY_DUE).toList();
    }

    private static final Comparator<Task> BY_DUE = Comparator.comparing(
                    (Task task) -> task.due().orElse(java.time.LocalDate.MAX))
            .thenComparing(Task::added);

    @Override
    public String toString() {
        return "Goal[" + id + "]";
    }
}
