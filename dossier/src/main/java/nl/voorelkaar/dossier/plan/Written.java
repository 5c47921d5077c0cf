package nl.voorelkaar.dossier.plan;

import java.time.Instant;
import nl.voorelkaar.dossier.procedure.Author;

/**
 * A part as it stands.
 *
 * @param notApplicable "n.v.t."; the text is empty then
 * @param step number of the step that wrote it: what a change builds on
 */
public record Written(String text, boolean notApplicable, int step, Author by, Instant at) {

    public boolean filled() {
        return notApplicable || !text.isBlank();
    }

    @Override
    public String toString() {
        return "Written[" + step + "]";
    }
}
