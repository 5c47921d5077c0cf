/** The log of everything that happened to a dossier: sealed, numbered without gaps, committed to. */
@NullMarked
package nl.voorelkaar.consent.ledger;

import org.jspecify.annotations.NullMarked;
