/** Files: what is accepted, how they stream in and out in sealed chunks, and the pictures of their pages. */
@NullMarked
package nl.voorelkaar.dossier.document;

import org.jspecify.annotations.NullMarked;
