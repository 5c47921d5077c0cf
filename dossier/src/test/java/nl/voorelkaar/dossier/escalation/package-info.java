@NullMarked
package nl.voorelkaar.dossier.escalation;

import org.jspecify.annotations.NullMarked;
