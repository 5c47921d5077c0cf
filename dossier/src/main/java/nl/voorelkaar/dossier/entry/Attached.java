package nl.voorelkaar.dossier.entry;

import java.util.UUID;
import nl.voorelkaar.dossier.Entry;

/** A file that was stored in the running transaction, to become part of an entry. */
public record Attached(UUID document, Entry.Document about) {}
