@NullMarked
package nl.voorelkaar.dossier.privacy;

import org.jspecify.annotations.NullMarked;
