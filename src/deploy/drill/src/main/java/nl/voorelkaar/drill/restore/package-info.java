/** Putting back what was lost, by the runbooks; and then a look at what opens and what does not. */
@NullMarked
package nl.voorelkaar.drill.restore;

import org.jspecify.annotations.NullMarked;
