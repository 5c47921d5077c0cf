@NullMarked
package nl.voorelkaar.dossier.plan;

import org.jspecify.annotations.NullMarked;
