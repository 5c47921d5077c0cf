/**
 * The smallest that a municipality runs, set up and looked after by the commands in {@code src/deploy/runbooks}, which
 * are run as they stand there.
 */
@NullMarked
package nl.voorelkaar.drill.small;

import org.jspecify.annotations.NullMarked;
