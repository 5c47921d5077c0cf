/** Objections as the lawyer handles them, and as the decider decides. */
@NullMarked
package nl.voorelkaar.portal.workspace.objection;

import org.jspecify.annotations.NullMarked;
