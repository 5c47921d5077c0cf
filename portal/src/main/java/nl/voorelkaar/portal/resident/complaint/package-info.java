/** Complaining about how the municipality behaved, and following what comes of it. */
@NullMarked
package nl.voorelkaar.portal.resident.complaint;

import org.jspecify.annotations.NullMarked;
