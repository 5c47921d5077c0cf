package nl.voorelkaar.dossier.vault;

import java.util.UUID;

/**
 * What a ciphertext belongs to. Kind and value are both bound into its key, so that two ciphertexts of one entry cannot
 * take each other's place.
 */
public record RecordId(Kind kind, UUID value) {

    /** What is inside: the "schema" of the context. Numbers are stored in keys: never reused. */
    public enum Kind {
        ENTRY(1),
        /** The day that an entry is about, apart, so that a dossier can be put in order without opening every text. */
        ENTRY_DAY(2),
        DOCUMENT(3);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }
}
