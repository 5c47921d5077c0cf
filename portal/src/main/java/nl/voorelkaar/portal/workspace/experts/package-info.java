/** Asking an expert, and answering as one. */
@NullMarked
package nl.voorelkaar.portal.workspace.experts;

import org.jspecify.annotations.NullMarked;
