/** The encrypted content of a dossier. Asks consent before every open; there is no second way in. */
@ApplicationModule(displayName = "Dossier", allowedDependencies = "consent")
@NullMarked
package nl.voorelkaar.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
