/** What residents, carers and professionals see: two faces over consent and dossier. Holds no rule of its own. */
@ApplicationModule(
        displayName = "Portaal",
        allowedDependencies = {"consent", "dossier", "dossier :: *"})
@NullMarked
package nl.voorelkaar.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
