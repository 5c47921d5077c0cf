package nl.voorelkaar.portal.workspace.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import nl.voorelkaar.portal.letter.LetterTexts;
import nl.voorelkaar.portal.workspace.requests.PlainLanguage.Advice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every Dutch text of the house, on screens, in notices and in letters, keeps to what a machine can see of B1: short
 * sentences and no word from the list of hard ones. The text of a law, in a key with {@code wet} in it, is as the law
 * has it.
 */
class EveryTextIsPlainTests {

    private static final int LONGEST_SENTENCE = 20;

    @ParameterizedTest
    @MethodSource("bundles")
    void sentencesAreShortAndWordsAreCommon(Resource bundle) throws IOException {
        var texts = new Properties();
        try (var reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        assertThat(texts.stringPropertyNames().stream()
                        .filter(key -> !Arrays.asList(key.split("\\.")).contains("wet"))
                        .flatMap(key -> faults(key, texts.getProperty(key))))
                .as(bundle.getFilename())
                .isEmpty();
    }

    /** DOMAIN §7: fifteen words, over all sentences of a letter. */
    @Test
    void sentencesOfLettersHaveFifteenWordsAtMostOnAverage() throws IOException {
        var texts = new Properties();
        try (var reader = new InputStreamReader(
                LetterTexts.class.getResourceAsStream("letters.properties"), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        var lengths = texts.stringPropertyNames().stream()
                .filter(key -> !Arrays.asList(key.split("\\.")).contains("wet"))
                .flatMap(key -> Stream.of(texts.getProperty(key).split("(?<=[.!?:;])\\s+|\\R")))
                .filter(sentence -> !sentence.isBlank())
                .mapToInt(sentence -> sentence.strip().split("\\s+").length)
                .summaryStatistics();
        assertThat(lengths.getCount()).isGreaterThan(20);
        assertThat(lengths.getAverage()).isLessThanOrEqualTo(15);
    }

    @Test
    void seesWhatIsHard() {
        assertThat(faults("a", "Wij doen dit conform de wet. " + "woord ".repeat(21)))
                .hasSize(2);
        assertThat(faults("a", "Wij doen dit volgens de wet. " + "woord ".repeat(20)))
                .isEmpty();
    }

    private static Stream<String> faults(String key, String text) {
        var hard = PlainLanguage.on(text).stream()
                .filter(Advice.HardWord.class::isInstance)
                .map(advice -> key + ": " + ((Advice.HardWord) advice).word());
        var tooLong = Stream.of(text.split("(?<=[.!?:;])\\s+|\\R"))
                .filter(sentence -> sentence.strip().split("\\s+").length > LONGEST_SENTENCE)
                .map(sentence -> key + ": " + sentence);
        return Stream.concat(hard, tooLong);
    }

    static Stream<Resource> bundles() throws IOException {
        var resources = new PathMatchingResourcePatternResolver();
        return Stream.of(
                        "classpath*:vaadin-i18n/*.properties",
                        "classpath*:nl/voorelkaar/dossier/**/*.properties",
                        "classpath*:nl/voorelkaar/portal/letter/*.properties")
                .flatMap(pattern -> {
                    try {
                        return Stream.of(resources.getResources(pattern));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .filter(file -> !file.getFilename().endsWith("_en.properties"));
    }
}
