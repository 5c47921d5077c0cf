/** Applications and decisions as the resident sees them. */
@NullMarked
package nl.voorelkaar.portal.resident.decisions;

import org.jspecify.annotations.NullMarked;
