package nl.voorelkaar.portal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.decision.Statute;
import nl.voorelkaar.dossier.DocumentRefused;
import org.junit.jupiter.api.Test;

class WordsTests {

    private static final Pattern SAID = Pattern.compile("Words\\s*\\.\\s*say\\(\\s*(?:\\w+,\\s*)?\"([^\"]+)\"\\s*[,)]");
    private static final Pattern COUNTED = Pattern.compile("Words\\s*\\.\\s*count\\(\\s*\"([^\"]+)\"");
    private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");

    private final Properties dutch = read(".properties");
    private final Properties english = read("_en.properties");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(english.stringPropertyNames()).isEqualTo(dutch.stringPropertyNames());
    }

    @Test
    void noTextIsEmpty() {
        assertThat(dutch.values()).noneMatch(text -> text.toString().isBlank());
        assertThat(english.values()).noneMatch(text -> text.toString().isBlank());
    }

    @Test
    void bothLanguagesFillTheSameHoles() {
        for (var key : dutch.stringPropertyNames()) {
            assertThat(holes(english.getProperty(key))).as(key).isEqualTo(holes(dutch.getProperty(key)));
        }
    }

    @Test
    void aTextKeepsItsApostrophesWithHolesAndWithout() {
        for (var words : new Properties[] {dutch, english}) {
            for (var key : words.stringPropertyNames()) {
                var text = words.getProperty(key);
                if (text.contains("{")) {
                    assertThat(new MessageFormat(text).format(new Object[] {"a", "b", "c", "d"}))
                            .as(key)
                            .doesNotContain("{");
                } else {
                    assertThat(text).as("%s shows both", key).doesNotContain("''");
                }
            }
        }
    }

    @Test
    void everyKeyThatTheCodeSaysExists() throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var code = Files.readString(file);
                SAID.matcher(code).results().forEach(found -> used.add(found.group(1)));
                COUNTED.matcher(code).results().forEach(found -> {
                    used.add(found.group(1) + ".one");
                    used.add(found.group(1) + ".many");
                });
            }
        }
        assertThat(used).hasSizeGreaterThan(200);
        assertThat(dutch.stringPropertyNames()).containsAll(used);
    }

    @Test
    void everyValueThatAScreenCanMeetHasWords() {
        all(Section.values(), section -> "section." + section.code());
        all(Section.values(), section -> "section." + section.code() + ".about");
        all(Role.values(), role -> "role." + lower(role));
        all(ConsentRefused.Reason.values(), reason -> "consent.refused." + lower(reason));
        all(DocumentRefused.Reason.values(), reason -> "document.refused." + lower(reason));
        all(LedgerEvent.Kind.values(), kind -> "log.done." + lower(kind));
        all(LedgerEvent.Kind.values(), kind -> "log.not." + lower(kind));
        all(
                Statute.values(),
                statute ->
                        "statute." + statute.citation().toLowerCase(Locale.ROOT).replaceAll("\\W", "-"));
        all(
                Arrays.stream(Grant.State.values())
                        .filter(state -> state != Grant.State.ACTIEF && state != Grant.State.GEPAUZEERD)
                        .toArray(Grant.State[]::new),
                state -> "stopped." + lower(state));
        all(
                Arrays.stream(AccessRequest.State.values())
                        .filter(state -> state != AccessRequest.State.AANGEVRAAGD)
                        .toArray(AccessRequest.State[]::new),
                state -> "request.closed." + lower(state));
    }

    @Test
    void aStatuteIsSaidInPlainWordsWithItsArticle() {
        assertThat(People.statute("Wmo 2.3.2")).isEqualTo("onderzoek na een melding (Wmo artikel 2.3.2)");
        assertThat(People.statuteFirst("Awb 7:4")).isEqualTo("Behandeling van een bezwaar (Awb artikel 7:4)");
        for (var statute : Statute.values()) {
            assertThat(People.statute(statute.citation()))
                    .matches("[a-z].*\\(" + statute.citation().replace(" ", " artikel ") + "\\)");
        }
    }

    @Test
    void anUnknownKeyShowsItselfInsteadOfBreakingThePage() {
        assertThat(Words.say("there.is.no.such.key")).isEqualTo("!there.is.no.such.key");
    }

    @Test
    void theLanguageOfTheMachinePlaysNoPart() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            assertThat(Words.say(Words.DUTCH, "dates.today")).isEqualTo("vandaag");
        } finally {
            Locale.setDefault(before);
        }
    }

    private <T> void all(T[] values, Function<T, String> key) {
        for (var value : values) {
            assertThat(dutch.stringPropertyNames()).contains(key.apply(value));
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Set<String> holes(String text) {
        var holes = new HashSet<String>();
        HOLE.matcher(text).results().forEach(hole -> holes.add(hole.group(1)));
        return holes;
    }

    private static Properties read(String ending) {
        var words = new Properties();
        for (var name : Words.FILES) {
            var part = new Properties();
            try (var file = Files.newBufferedReader(Path.of("src/main/resources/vaadin-i18n", name + ending))) {
                part.load(file);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            assertThat(words.keySet()).as("each key stands in one file").noneMatch(part::containsKey);
            words.putAll(part);
        }
        return words;
    }
}
