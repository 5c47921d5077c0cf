/** Asking for help, and following what comes of it. */
@NullMarked
package nl.voorelkaar.portal.resident.intake;

import org.jspecify.annotations.NullMarked;
