@NullMarked
package nl.voorelkaar.dossier.vault.envelope;

import org.jspecify.annotations.NullMarked;
