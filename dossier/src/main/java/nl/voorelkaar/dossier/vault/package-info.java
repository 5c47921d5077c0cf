/**
 * Keys and ciphertext: the only package that touches {@code javax.crypto} or Bouncy Castle, besides the ledger's
 * commitments. Everything else asks {@link nl.voorelkaar.dossier.vault.KeyBroker}.
 */
@NullMarked
package nl.voorelkaar.dossier.vault;

import org.jspecify.annotations.NullMarked;
