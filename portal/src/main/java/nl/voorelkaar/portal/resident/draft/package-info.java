/** Keeps what somebody types in a form until it is saved. */
@NullMarked
package nl.voorelkaar.portal.resident.draft;

import org.jspecify.annotations.NullMarked;
