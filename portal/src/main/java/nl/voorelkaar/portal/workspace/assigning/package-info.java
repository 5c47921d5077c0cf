/** Giving colleagues a case under a statute, and ending that. */
@NullMarked
package nl.voorelkaar.portal.workspace.assigning;

import org.jspecify.annotations.NullMarked;
