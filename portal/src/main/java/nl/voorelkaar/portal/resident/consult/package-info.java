/** Questions about the resident to experts: to agree to, and to read the answer. */
@NullMarked
package nl.voorelkaar.portal.resident.consult;

import org.jspecify.annotations.NullMarked;
