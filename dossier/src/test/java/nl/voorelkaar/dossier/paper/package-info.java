@NullMarked
package nl.voorelkaar.dossier.paper;

import org.jspecify.annotations.NullMarked;
