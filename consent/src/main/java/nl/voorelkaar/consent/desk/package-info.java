/** Acting for residents who are not online: written down at the desk, done by the resident face. */
@NullMarked
package nl.voorelkaar.consent.desk;

import org.jspecify.annotations.NullMarked;
