package nl.voorelkaar.dossier;

import java.util.UUID;

/** A place in the row of changes of one dossier: version 7, so that what happened later is greater (RFC 9562). */
public record ChangeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
