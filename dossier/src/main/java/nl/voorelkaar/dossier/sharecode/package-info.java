/** Codes that a resident hands over, and looking up by BSN: two ways for a professional to find whom to ask. */
@NullMarked
package nl.voorelkaar.dossier.sharecode;

import org.jspecify.annotations.NullMarked;
