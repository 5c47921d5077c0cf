package nl.voorelkaar.portal;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns {@link RequiredSettings.SettingsMissing} into a list for the operator instead of a stack trace. */
final class SettingsMissingAnalyzer extends AbstractFailureAnalyzer<RequiredSettings.SettingsMissing> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, RequiredSettings.SettingsMissing cause) {
        var list =
                cause.wrong().stream().map(line -> "  - " + line).collect(Collectors.joining(System.lineSeparator()));
        return new FailureAnalysis(
                "Voor Elkaar does not start, because of its settings:" + System.lineSeparator() + list,
                "Set them as properties or environment variables; src/deploy describes each.",
                cause);
    }
}
