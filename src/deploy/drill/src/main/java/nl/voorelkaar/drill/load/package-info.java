/** Programs that read and write all the time, and the account of what they were told. */
@NullMarked
package nl.voorelkaar.drill.load;

import org.jspecify.annotations.NullMarked;
