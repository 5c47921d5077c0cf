/** Reading and filling one's own dossier. */
@NullMarked
package nl.voorelkaar.portal.resident.dossier;

import org.jspecify.annotations.NullMarked;
