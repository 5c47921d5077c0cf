package nl.voorelkaar.portal;

import nl.voorelkaar.dossier.vault.custody.KeyNotHeld;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator that the keys are away, instead of a stack trace, before new ones are made in a hurry. */
final class CustodyMissingAnalyzer extends AbstractFailureAnalyzer<KeyNotHeld> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, KeyNotHeld cause) {
        return new FailureAnalysis(
                "Voor Elkaar does not start: the folder of voorelkaar.custody.directory holds no key custody for"
                        + " this face.",
                "Put the custody back from its copy. Make keys only where there never were any: nothing that is stored"
                        + " opens with new ones.",
                cause);
    }
}
