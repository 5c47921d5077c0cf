/** Finding a resident by code or BSN, without ever saying whether there is a dossier. */
@NullMarked
package nl.voorelkaar.portal.workspace.find;

import org.jspecify.annotations.NullMarked;
