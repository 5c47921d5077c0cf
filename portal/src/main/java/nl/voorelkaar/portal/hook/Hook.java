package nl.voorelkaar.portal.hook;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a program is told, and how that goes.
 *
 * @param key what it checks signatures with: {@code whpk_} and the Ed25519 key in base64
 * @param waiting how many messages wait
 * @param nextTry only while it fails
 * @param stopped since when nothing is told any more, because it failed too long or the address said that it is gone
 */
public record Hook(
        URI address,
        String key,
        Instant since,
        long waiting,
        Optional<Instant> lastTaken,
        Optional<Instant> failingSince,
        Optional<Failure> failure,
        Optional<Instant> nextTry,
        Optional<Instant> stopped) {

    /** What went wrong at the last try. The names are stored and sent. */
    public enum Failure {
        /** No connection, no trusted certificate, or no answer in time. */
        GEEN_ANTWOORD,
        /** An answer other than 2xx; redirects are not followed. */
        NIET_AANGENOMEN,
        /** The name leads to an address that is not on the public internet. */
        GEEN_OPENBAAR_ADRES,
        /** 410: the address is gone. */
        OPGEHEVEN
    }
}
