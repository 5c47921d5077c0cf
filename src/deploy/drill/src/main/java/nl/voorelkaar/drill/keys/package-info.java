/** The ceremony of the keys: made, sealed with, replaced, lost and put back, by the runbook. */
@NullMarked
package nl.voorelkaar.drill.keys;

import org.jspecify.annotations.NullMarked;
