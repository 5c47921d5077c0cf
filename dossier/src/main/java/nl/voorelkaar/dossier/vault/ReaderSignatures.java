package nl.voorelkaar.dossier.vault;

import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;

/**
 * Signs what a professional party is told outside an answer, so that it knows whose word it is. Each has a key pair of
 * its own, that never changes and that the custody keeps. Safe for many threads.
 */
public final class ReaderSignatures {

    private final KeyCustody custody;

    ReaderSignatures(KeyCustody custody) {
        this.custody = custody;
    }

    /** @return an Ed25519 signature (RFC 8032), 64 bytes */
    public byte[] sign(PartyId reader, byte[] message) {
        return custody.signFor(reader.value(), message);
    }

    /** What {@code reader} checks signatures with: 32 bytes. */
    public byte[] publicKey(PartyId reader) {
        return custody.publicKeyFor(reader.value());
    }
}
