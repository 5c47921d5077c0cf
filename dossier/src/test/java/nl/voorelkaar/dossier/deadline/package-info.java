@NullMarked
package nl.voorelkaar.dossier.deadline;

import org.jspecify.annotations.NullMarked;
