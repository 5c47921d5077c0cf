/** The access decision: pure rules over given facts, no clock, no database. */
@NullMarked
package nl.voorelkaar.consent.decision;

import org.jspecify.annotations.NullMarked;
