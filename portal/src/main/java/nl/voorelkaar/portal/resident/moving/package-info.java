/**
 * Taking a dossier along: packed while one does something else, fetched once it is ready, and put into a dossier
 * elsewhere.
 */
@NullMarked
package nl.voorelkaar.portal.resident.moving;

import org.jspecify.annotations.NullMarked;
