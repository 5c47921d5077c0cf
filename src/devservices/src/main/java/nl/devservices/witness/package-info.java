/**
 * Witnesses of a transparency log (C2SP tlog-witness): they remember what they saw and cosign what is consistent with
 * it.
 */
@NullMarked
package nl.devservices.witness;

import org.jspecify.annotations.NullMarked;
