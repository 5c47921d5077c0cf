/** Starts everything on one machine with one command, and stops it again. */
@NullMarked
package nl.devservices.local;

import org.jspecify.annotations.NullMarked;
