package nl.voorelkaar.consent;

import java.util.UUID;

/**
 * One thing in a dossier that somebody can be let into by itself, such as one objection or one question to an expert.
 */
public record Thing(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
