package nl.voorelkaar.portal.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.voorelkaar.portal.ui.Words;
import org.junit.jupiter.api.Test;

/** The words of the workspace: both languages, no key without words, no words that nobody uses. */
class CopyTests {

    private static final Pattern KEY = Pattern.compile("\"(workspace\\.[a-z0-9._-]+)\"");

    @Test
    void everyKeyHasWordsInDutchAndEnglish() throws IOException {
        assertThat(words(".properties").stringPropertyNames())
                .containsAll(used())
                .isEqualTo(words("_en.properties").stringPropertyNames());
    }

    @Test
    void bothLanguagesHaveTheSamePlacesForWhatIsFilledIn() throws IOException {
        var dutch = words(".properties");
        var english = words("_en.properties");

        for (var key : dutch.stringPropertyNames()) {
            assertThat(places(english.getProperty(key))).as(key).isEqualTo(places(dutch.getProperty(key)));
        }
    }

    @Test
    void noSentenceForAProfessionalIsLongerThanTwentyFiveWords() throws IOException {
        var dutch = words(".properties");

        for (var key : dutch.stringPropertyNames()) {
            for (var sentence : dutch.getProperty(key).split("(?<=[.!?])\\s+")) {
                assertThat(sentence.split("\\s+").length).as(key).isLessThanOrEqualTo(25);
            }
        }
    }

    private static TreeSet<String> places(String words) {
        return Pattern.compile("\\{\\d}")
                .matcher(words)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Keys as they stand in the sources, except those that a number or a state completes. */
    private static TreeSet<String> used() throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/nl/voorelkaar/portal/workspace"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .filter(key ->
                                !key.endsWith(".") && !key.matches("workspace\\.(home|dossiers)\\.(count|paused).*"))
                        .forEach(used::add);
            }
        }
        assertThat(used).hasSizeGreaterThan(100);
        return used;
    }

    private static Properties words(String ending) throws IOException {
        var words = new Properties();
        for (var name : Words.FILES) {
            try (var in = CopyTests.class.getResourceAsStream("/vaadin-i18n/" + name + ending);
                    var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                words.load(reader);
            }
        }
        words.keySet().removeIf(key -> !key.toString().startsWith("workspace."));
        return words;
    }
}
