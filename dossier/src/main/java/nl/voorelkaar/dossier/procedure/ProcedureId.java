package nl.voorelkaar.dossier.procedure;

import java.util.UUID;

/** One procedure in one dossier: a UUIDv7 that its first step brought. */
public record ProcedureId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
