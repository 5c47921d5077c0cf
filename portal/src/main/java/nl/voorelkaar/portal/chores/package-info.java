/** Work that the clock starts. Never the only guard of anything: every decision looks at the clock itself. */
@NullMarked
package nl.voorelkaar.portal.chores;

import org.jspecify.annotations.NullMarked;
