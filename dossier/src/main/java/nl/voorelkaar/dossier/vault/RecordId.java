package nl.voorelkaar.dossier.vault;

import java.util.UUID;

/** What a ciphertext belongs to; bound into its key. */
public record RecordId(UUID value) {}
