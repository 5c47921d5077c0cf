/**
 * Keys and ciphertext: the only package that touches {@code javax.crypto} or Bouncy Castle, besides the ledger's
 * commitments. Everything else asks {@link nl.voorelkaar.dossier.vault.KeyBroker}.
 *
 * <p>The chain: KEK in the custody, branch key (4 096 shards, keystore database), root key of a resident (one for
 * <i>Mijn deel</i>, one for the municipal file), section key per epoch, record. Everything sealed has a {@code suite}:
 * 1 is Cobblestone-256, 2 is HPKE with X-Wing.
 *
 * <p>Rows are read and written with {@code JdbcClient}, not JPA: they are bytes without behaviour, most statements are
 * upserts and deletes by key, one of the two databases is not the program's main one, and unwrapped keys have no
 * business in a persistence context that outlives the call.
 */
@NamedInterface("vault")
@NullMarked
package nl.voorelkaar.dossier.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
