/** What every drill gets: where it may work, how thoroughly, and where it says what it found. */
@NullMarked
package nl.voorelkaar.drill.ground;

import org.jspecify.annotations.NullMarked;
