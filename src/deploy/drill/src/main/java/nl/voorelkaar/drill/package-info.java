/** Drills: what the packaged product does when its surroundings break, and how it comes back. */
@NullMarked
package nl.voorelkaar.drill;

import org.jspecify.annotations.NullMarked;
