@NullMarked
package nl.voorelkaar.dossier.seal;

import org.jspecify.annotations.NullMarked;
