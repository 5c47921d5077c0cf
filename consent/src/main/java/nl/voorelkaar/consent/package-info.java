/**
 * Who may do what with which part of a dossier, for which purpose and until when; and the ledger of all that happened.
 * Knows parties and resources, never a dossier.
 */
@ApplicationModule(
        displayName = "Toestemming",
        allowedDependencies = {})
@NullMarked
package nl.voorelkaar.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
