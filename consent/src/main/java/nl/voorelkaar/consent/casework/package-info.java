/** Statutory tasks: who works on whose case by law. */
@NullMarked
package nl.voorelkaar.consent.casework;

import org.jspecify.annotations.NullMarked;
