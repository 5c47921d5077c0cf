/** Objecting, and following what comes of it. */
@NullMarked
package nl.voorelkaar.portal.resident.objection;

import org.jspecify.annotations.NullMarked;
