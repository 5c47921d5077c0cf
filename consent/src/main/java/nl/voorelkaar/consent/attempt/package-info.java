/** Attempts at what is not theirs, written where its owner reads them. */
@NullMarked
package nl.voorelkaar.consent.attempt;

import org.jspecify.annotations.NullMarked;
