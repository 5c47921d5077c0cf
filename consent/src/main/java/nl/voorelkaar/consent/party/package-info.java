/** The professionals that this house knows, and whose dossiers they may never open. */
@NullMarked
package nl.voorelkaar.consent.party;

import org.jspecify.annotations.NullMarked;
