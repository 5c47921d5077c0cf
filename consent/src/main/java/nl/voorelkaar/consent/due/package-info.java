/** The list of what the clock has to do, and who does it. */
@NullMarked
package nl.voorelkaar.consent.due;

import org.jspecify.annotations.NullMarked;
