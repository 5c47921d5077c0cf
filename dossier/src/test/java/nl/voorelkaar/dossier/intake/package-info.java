@NullMarked
package nl.voorelkaar.dossier.intake;

import org.jspecify.annotations.NullMarked;
