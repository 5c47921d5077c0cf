@NullMarked
package nl.voorelkaar.dossier.vault.custody;

import org.jspecify.annotations.NullMarked;
