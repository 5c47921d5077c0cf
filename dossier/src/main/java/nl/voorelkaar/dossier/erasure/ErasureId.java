package nl.voorelkaar.dossier.erasure;

import java.util.UUID;

/** One erasure of a part of a dossier. */
public record ErasureId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
