/** Where decisions meet the database: facts in, ledger line out. */
@NullMarked
package nl.voorelkaar.consent.gate;

import org.jspecify.annotations.NullMarked;
