/** Asking a resident for access, and what became of it. */
@NullMarked
package nl.voorelkaar.portal.workspace.requests;

import org.jspecify.annotations.NullMarked;
