package nl.voorelkaar.dossier.plan;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a plan without opening it.
 *
 * @param steps how many were taken: changes with every step
 * @param others who has it on the screen now
 */
public record Glance(int steps, List<Reader> others) {

    public Glance {
        others = List.copyOf(others);
    }

    /**
     * @param name of a professional; empty for the resident
     * @param writing the part that is being written
     */
    public record Reader(Optional<String> name, Optional<PlanPart> writing) {

        @Override
        public String toString() {
            return "Reader[" + writing + "]";
        }
    }
}
