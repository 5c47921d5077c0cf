/**
 * Journeys through the packaged product in a real browser: what residents and professionals do, and what attackers try.
 */
@NullMarked
package nl.voorelkaar.e2e;

import org.jspecify.annotations.NullMarked;
