/** Where a working day starts: what needs the professional now. */
@NullMarked
package nl.voorelkaar.portal.workspace.home;

import org.jspecify.annotations.NullMarked;
