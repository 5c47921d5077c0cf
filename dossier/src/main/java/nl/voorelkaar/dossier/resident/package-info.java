/** Who has a dossier: the register, sealed, and the ways to find a resident without listing any. */
@NullMarked
package nl.voorelkaar.dossier.resident;

import org.jspecify.annotations.NullMarked;
