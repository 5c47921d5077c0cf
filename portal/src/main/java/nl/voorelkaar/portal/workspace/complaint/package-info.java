/** Complaints as who handles them works on them. */
@NullMarked
package nl.voorelkaar.portal.workspace.complaint;

import org.jspecify.annotations.NullMarked;
