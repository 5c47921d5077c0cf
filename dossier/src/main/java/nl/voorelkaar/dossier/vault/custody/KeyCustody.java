package nl.voorelkaar.dossier.vault.custody;

import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import nl.voorelkaar.dossier.vault.envelope.Context;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;

/**
 * Keeps the keys that never leave it, and uses them for the face whose credentials it was opened with. Safe for many
 * threads and for other processes on the same custody.
 *
 * <p>Every method that names a key throws {@link KeyNotHeld} when these credentials do not have it, and a
 * {@link SecurityException} when something sealed does not open.
 */
public interface KeyCustody {

    /** Names this installation in every context: made with the custody, never changed, not secret. */
    String tenant();

    boolean holds(Kek kek);

    /** The version that new wraps use; 1 for the first. Another process may have made it a moment ago. */
    int newest(Kek kek);

    byte[] wrap(Kek kek, int version, SecretKeyBytes key, Context context);

    SecretKeyBytes unwrap(Kek kek, int version, byte[] wrapped, Context context);

    /** Adds a version, the newest from now on. Earlier ones still unwrap. @return the new version */
    int rotate(Kek kek);

    /** HMAC-SHA-256 under the index key, which both faces have. 32 bytes. */
    byte[] index(byte[] value);

    /** Makes the key of an expiry day unless it is there. */
    void addDay(LocalDate day);

    /** HMAC-SHA-256 under the key of an expiry day. @throws KeyNotHeld when that day's key was destroyed */
    SecretKeyBytes lock(LocalDate day, byte[] value);

    /** Expiry days that still have a key. */
    SortedSet<LocalDate> days();

    /** Destroys the key of an expiry day, for ever. @return whether it was there */
    boolean destroyDay(LocalDate day);

    /** The version of the audit key pair to seal to. */
    int auditVersion();

    /** An X-Wing public key, in both credentials. What is sealed to it, the resident face opens. */
    byte[] auditPublicKey(int version);

    /** Opens what was sealed to {@link #auditPublicKey}. Resident face only. */
    byte[] openAudit(int version, byte[] info, byte[] sealed);

    /** Signs for the organisation. Workspace face only. @return an Ed25519 signature, 64 bytes */
    byte[] sign(byte[] message);

    /**
     * Whether the organisation signed this, by the public key that was pinned when the custody was made. Resident face
     * only: the pin is in its own credentials, where the other face cannot change it.
     */
    boolean signedByOrganisation(byte[] message, byte[] signature);

    /**
     * Signs what the organisation tells one reader, under a key pair that is that reader's alone and always the same:
     * what one was told says nothing to another. Workspace face only.
     *
     * @return an Ed25519 signature, 64 bytes
     */
    byte[] signFor(UUID reader, byte[] message);

    /** The public half of what {@link #signFor} uses, 32 bytes. Workspace face only. */
    byte[] publicKeyFor(UUID reader);

    /** The certificate of the municipality's seal, then who issued it, up to the trust service provider. Both faces. */
    List<X509Certificate> sealChain();

    /** Every certificate that a seal was ever made with, in this custody. Both faces. */
    List<X509Certificate> sealCertificates();

    /**
     * Seals for the municipality. Both faces.
     *
     * @return a signature over the SHA-256 of the content, by the first of {@link #sealChain}: ECDSA (DER) or RSA
     *     (PKCS#1 v1.5), as its public key is
     */
    byte[] seal(byte[] content);
}
