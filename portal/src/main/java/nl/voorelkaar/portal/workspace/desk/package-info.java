/** The desk: for who does not come online. */
@NullMarked
package nl.voorelkaar.portal.workspace.desk;

import org.jspecify.annotations.NullMarked;
