@NullMarked
package nl.voorelkaar.dossier.objection;

import org.jspecify.annotations.NullMarked;
