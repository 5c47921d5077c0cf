/** Breaking the glass, and the privacy officer's review of it. */
@NullMarked
package nl.voorelkaar.portal.workspace.emergency;

import org.jspecify.annotations.NullMarked;
