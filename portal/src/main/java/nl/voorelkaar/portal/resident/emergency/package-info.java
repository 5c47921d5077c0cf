/** What a resident reads about emergency access to their dossier. */
@NullMarked
package nl.voorelkaar.portal.resident.emergency;

import org.jspecify.annotations.NullMarked;
