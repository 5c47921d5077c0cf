/** The desk of the privacy officer. */
@NullMarked
package nl.voorelkaar.portal.workspace.privacy;

import org.jspecify.annotations.NullMarked;
