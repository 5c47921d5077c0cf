/** Handing a case over, and taking one over. */
@NullMarked
package nl.voorelkaar.portal.workspace.handover;

import org.jspecify.annotations.NullMarked;
