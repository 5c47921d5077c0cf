/** Who looked, and everything else that happened, in plain words. */
@NullMarked
package nl.voorelkaar.portal.resident.log;

import org.jspecify.annotations.NullMarked;
