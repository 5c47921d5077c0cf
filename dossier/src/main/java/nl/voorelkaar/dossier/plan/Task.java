package nl.voorelkaar.dossier.plan;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * @param who in words, such as a name; may be empty
 * @param added number of the step that brought it
 */
public record Task(
        UUID id, Written text, TaskOwner owner, String who, Optional<LocalDate> due, boolean done, int added) {

    @Override
    public String toString() {
        return "Task[" + id + "]";
    }
}
