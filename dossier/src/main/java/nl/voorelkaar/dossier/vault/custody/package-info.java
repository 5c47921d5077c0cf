/**
 * The keys that everything hangs from. {@link nl.voorelkaar.dossier.vault.custody.KeyCustody} says what a custody does;
 * {@link nl.voorelkaar.dossier.vault.custody.FileCustody} does it with encrypted files, for one machine. A municipality
 * puts a hardware module or a transit service in its place:
 *
 * <table>
 * <caption>How each operation maps</caption>
 * <tr><th>operation</th><th>PKCS#11</th><th>OpenBao or Vault transit</th></tr>
 * <tr><td>wrap, unwrap</td><td>{@code C_WrapKey}/{@code C_UnwrapKey} with {@code CKM_AES_KEY_WRAP_KWP} under a
 * non-extractable AES-256 object labelled {@code kek.<name>.<version>}; the context goes into an HMAC over context and
 * wrapped key by a second object, since KWP has no associated data</td><td>{@code transit/encrypt/<name>} and
 * {@code decrypt} with {@code associated_data}, {@code key_version} given</td></tr>
 * <tr><td>rotate</td><td>{@code C_GenerateKey} with the next version in the label</td><td>{@code transit/keys/<name>/rotate}</td></tr>
 * <tr><td>index, lock</td><td>{@code C_Sign} with {@code CKM_SHA256_HMAC} under a non-extractable generic secret
 * {@code idx} or {@code exp.<day>}</td><td>{@code transit/hmac/<name>/sha2-256}</td></tr>
 * <tr><td>addDay, destroyDay</td><td>{@code C_GenerateKey}, {@code C_DestroyObject}</td><td>{@code transit/keys/exp-<day>},
 * {@code deletion_allowed}, delete</td></tr>
 * <tr><td>openAudit</td><td>X25519 half by {@code CKM_ECDH1_DERIVE}, ML-KEM half by {@code CKM_ML_KEM} (PKCS#11 3.2); until a
 * module has both, its seed wrapped under a KEK of the resident face</td><td>seed as a transit-wrapped value</td></tr>
 * <tr><td>sign</td><td>{@code CKM_EDDSA}</td><td>{@code transit/sign/<name>}, type ed25519</td></tr>
 * <tr><td>seal</td><td>{@code CKM_ECDSA_SHA256} or {@code CKM_SHA256_RSA_PKCS} with the key that the trust service provider
 * put on the token, the chain from its {@code CKO_CERTIFICATE} objects</td><td>{@code transit/sign/seal/sha2-256},
 * {@code marshaling_algorithm=asn1}; the chain as a file beside the configuration</td></tr>
 * <tr><td>checkpoints of the log ({@link nl.voorelkaar.dossier.vault.custody.FileLogKeys})</td><td>{@code CKM_EDDSA} and
 * {@code CKM_ML_DSA} (PKCS#11 3.2), in a slot of the sealer</td><td>{@code transit/sign}, types ed25519 and ml-dsa</td></tr>
 * </table>
 *
 * <p>Which face holds which key is a matter of its credentials: a slot or token per face, or a policy per AppRole.
 */
@NamedInterface("custody")
@NullMarked
package nl.voorelkaar.dossier.vault.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
