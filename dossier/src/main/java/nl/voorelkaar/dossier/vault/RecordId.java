package nl.voorelkaar.dossier.vault;

import java.util.UUID;

/**
 * What a ciphertext belongs to; bound into its key, so that no two columns can trade places.
 *
 * @param column table and column, such as {@code entry.body}; 1 to 60 of a-z, digits, dots and underscores
 * @param value the row
 */
public record RecordId(String column, UUID value) {

    public RecordId {
        if (!column.matches("[a-z0-9._]{1,60}")) {
            throw new IllegalArgumentException("a column is named by 1 to 60 of a-z, 0-9, . and _");
        }
    }
}
