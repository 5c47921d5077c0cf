package nl.voorelkaar.dossier.procedure;

import java.util.UUID;

/** Chosen by who asks for a step, before asking: the same id twice takes one step. */
public record StepId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
