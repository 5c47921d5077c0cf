/** The dossiers that are open for a professional now, and reading one. */
@NullMarked
package nl.voorelkaar.portal.workspace.dossiers;

import org.jspecify.annotations.NullMarked;
