@NullMarked
package nl.voorelkaar.dossier.decision;

import org.jspecify.annotations.NullMarked;
