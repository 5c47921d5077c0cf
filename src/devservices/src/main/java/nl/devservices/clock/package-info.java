/** Time that can be moved, for everything in the local environment. */
@NullMarked
package nl.devservices.clock;

import org.jspecify.annotations.NullMarked;
