/** What residents are still typing. */
@NullMarked
package nl.voorelkaar.dossier.draft;

import org.jspecify.annotations.NullMarked;
