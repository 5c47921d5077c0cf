/** What residents allow, and stop. */
@NullMarked
package nl.voorelkaar.consent.grant;

import org.jspecify.annotations.NullMarked;
