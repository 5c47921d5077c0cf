/** The log in the words of others: NEN 7513 and the Logboek Dataverwerkingen, for the operator. */
@NullMarked
package nl.voorelkaar.consent.export;

import org.jspecify.annotations.NullMarked;
