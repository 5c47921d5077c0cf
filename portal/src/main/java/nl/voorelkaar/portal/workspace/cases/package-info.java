/** How cases stand in work lists, whatever they are about, and how they are handed back. */
@NullMarked
package nl.voorelkaar.portal.workspace.cases;

import org.jspecify.annotations.NullMarked;
