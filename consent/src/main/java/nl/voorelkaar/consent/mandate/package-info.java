/** Informal carers who act in a resident's name: inviting, accepting, confirming, narrowing, ending. */
@NullMarked
package nl.voorelkaar.consent.mandate;

import org.jspecify.annotations.NullMarked;
