package nl.voorelkaar.dossier.procedure;

import java.util.UUID;

/** A file that belongs to a procedure, such as a signed plan. Written once, never changed. */
public record PaperId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
