/** Deciding on applications. */
@NullMarked
package nl.voorelkaar.portal.workspace.decisions;

import org.jspecify.annotations.NullMarked;
