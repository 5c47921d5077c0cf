/** What the privacy officer watches: counts that say nothing about anybody, and breaches. */
@NullMarked
package nl.voorelkaar.consent.watch;

import org.jspecify.annotations.NullMarked;
