/** Voor Elkaar: one support dossier per resident, owned by the resident. */
@NullMarked
package nl.voorelkaar;

import org.jspecify.annotations.NullMarked;
