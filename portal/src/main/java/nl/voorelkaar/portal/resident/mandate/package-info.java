/** Letting somebody act in one's name: inviting, confirming, narrowing, stopping; and saying yes to an invitation. */
@NullMarked
package nl.voorelkaar.portal.resident.mandate;

import org.jspecify.annotations.NullMarked;
