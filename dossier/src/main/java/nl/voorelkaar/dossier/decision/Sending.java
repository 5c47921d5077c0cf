package nl.voorelkaar.dossier.decision;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.dossier.procedure.PaperId;

/**
 * One way that a decision went, as resident and professional both see it: the delivery ledger.
 *
 * @param readyAt when the letter was printed and sealed for this sending
 * @param sentAt when it left the municipality, or became accessible in the portal (Awb 2:19); empty while it is only
 *     ready
 * @param reference what the post calls it; empty for the portal
 * @param notifiedAt when the mail server took the mail that tells the resident of it; for the portal only
 * @param copiedAt when a copy stood ready for who acts for the resident in it by a mandate (Awb 6:17); empty when
 *     nobody did
 * @param failure what went wrong with it
 */
public record Sending(
        UUID id,
        Channel channel,
        PaperId letter,
        String sha256,
        Instant readyAt,
        Optional<Instant> sentAt,
        Optional<String> reference,
        Optional<Instant> notifiedAt,
        Optional<Instant> copiedAt,
        Optional<Failure> failure,
        Optional<Instant> failedAt) {

    /** How it goes. */
    public enum Channel {
        /** For residents who chose so (Awb 2:8). */
        PORTAAL,
        BRIEF
    }

    /** How a sending fails. */
    public enum Failure {
        /** The letter came back. */
        RETOUR,
        /** The post says that it will never arrive. */
        NIET_BEZORGD,
        /** The mail that says that there is something in the portal does not arrive. */
        MELDING_MISLUKT
    }

    Sending sent(Instant at, Optional<String> named) {
        return new Sending(
                id, channel, letter, sha256, readyAt, Optional.of(at), named, notifiedAt, copiedAt, failure, failedAt);
    }

    Sending notified(Instant at) {
        return new Sending(
                id, channel, letter, sha256, readyAt, sentAt, reference, Optional.of(at), copiedAt, failure, failedAt);
    }

    Sending copied(Instant at) {
        return new Sending(
                id,
                channel,
                letter,
                sha256,
                readyAt,
                sentAt,
                reference,
                notifiedAt,
                Optional.of(at),
                failure,
                failedAt);
    }

    Sending failed(Failure why, Instant at) {
        return new Sending(
                id,
                channel,
                letter,
                sha256,
                readyAt,
                sentAt,
                reference,
                notifiedAt,
                copiedAt,
                Optional.of(why),
                Optional.of(at));
    }
}
