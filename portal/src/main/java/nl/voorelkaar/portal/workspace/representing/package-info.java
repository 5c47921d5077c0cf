/** The desk registers who speaks for a resident by law, from the evidence that it saw. */
@NullMarked
package nl.voorelkaar.portal.workspace.representing;

import org.jspecify.annotations.NullMarked;
