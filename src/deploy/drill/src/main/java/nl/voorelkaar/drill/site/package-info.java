/** Two of everything on one machine, as an operator has it on several. */
@NullMarked
package nl.voorelkaar.drill.site;

import org.jspecify.annotations.NullMarked;
