/** About whom something is decided: their birthday, and who speaks for them by law. */
@NullMarked
package nl.voorelkaar.consent.subject;

import org.jspecify.annotations.NullMarked;
