/**
 * Klacht (Awb ch. 9): how the municipality behaved, from the resident's words to findings, a judgement and what is done
 * about it. Never handled by whom it is about.
 */
@NamedInterface("complaint")
@NullMarked
package nl.voorelkaar.dossier.complaint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
