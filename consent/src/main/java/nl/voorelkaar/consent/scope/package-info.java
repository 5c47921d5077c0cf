/** Whose rows the database may show in this transaction. */
@NullMarked
package nl.voorelkaar.consent.scope;

import org.jspecify.annotations.NullMarked;
