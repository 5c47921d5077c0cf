@NullMarked
package nl.voorelkaar.dossier.complaint;

import org.jspecify.annotations.NullMarked;
