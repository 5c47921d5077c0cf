/**
 * The municipality's seal on a paper: PAdES B-T, one incremental update a seal, each with a timestamp of a trusted
 * third party. The person who signs has no key of their own; who signed and how sure that is, stands in the evidence
 * record, and the seal binds its hash.
 */
@NamedInterface("seal")
@NullMarked
package nl.voorelkaar.dossier.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
