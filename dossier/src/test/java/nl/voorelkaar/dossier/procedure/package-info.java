@NullMarked
package nl.voorelkaar.dossier.procedure;

import org.jspecify.annotations.NullMarked;
