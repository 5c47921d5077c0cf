package nl.voorelkaar.dossier;

import java.time.Instant;

/** What a resident says beside something that stays as it is (AVG 16): opened, for the eyes of who may read that. */
public record Statement(String text, Instant at) {

    @Override
    public String toString() {
        return "Statement[" + at + "]";
    }
}
