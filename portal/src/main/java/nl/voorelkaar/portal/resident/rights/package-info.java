/** What a resident asks about their data: asking, following, and the answer. */
@NullMarked
package nl.voorelkaar.portal.resident.rights;

import org.jspecify.annotations.NullMarked;
