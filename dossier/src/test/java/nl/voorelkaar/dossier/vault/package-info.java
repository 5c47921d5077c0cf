@NullMarked
package nl.voorelkaar.dossier.vault;

import org.jspecify.annotations.NullMarked;
