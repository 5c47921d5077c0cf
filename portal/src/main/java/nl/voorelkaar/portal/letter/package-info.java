/** Letters: one template system, printed the same for who writes them, who gets them, and for the gallery. */
@NullMarked
package nl.voorelkaar.portal.letter;

import org.jspecify.annotations.NullMarked;
