/**
 * The ciphers: published formats, nothing of our own. AES-GCM, HMAC and SHA-2 come from the JDK, named explicitly; HPKE
 * with X-Wing and Ed25519 come from Bouncy Castle, whose AES-GCM is an order of magnitude slower.
 */
@NullMarked
package nl.voorelkaar.dossier.vault.envelope;

import org.jspecify.annotations.NullMarked;
