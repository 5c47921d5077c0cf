/** Meldingen as who leads the gesprek works on them. */
@NullMarked
package nl.voorelkaar.portal.workspace.intake;

import org.jspecify.annotations.NullMarked;
