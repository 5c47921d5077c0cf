/** A release that takes the place of the last one, a node at a time. */
@NullMarked
package nl.voorelkaar.drill.upgrade;

import org.jspecify.annotations.NullMarked;
