package nl.voorelkaar.portal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.voorelkaar.consent.Face;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Staff read nothing on their face that is only true of a resident. */
class FaceWordsTests {

    /** Of the resident alone: the dossier as one's own, DigiD, and the desk and phone number for residents. */
    private static final Map<Locale, List<String>> RESIDENTS_ONLY = Map.of(
            Words.DUTCH, List.of("uw dossier", "14 0999", "digid", "loket", "per brief", "op papier", "met delen"),
            Locale.ENGLISH, List.of("your file", "14 0999", "digid", "desk", "by letter", "on paper", "stop sharing"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "footer.help",
                "footer.help.phone",
                "footer.help.desk",
                "footer.paper",
                "footer.paper.text",
                "footer.about",
                "footer.accessibility",
                "footer.privacy",
                "not-found.text",
                "not-found.help",
                "open.signed-out.zelf",
                "open.signed-out.stil",
                "open.signed-out.lang",
                "open.signed-out.elders",
                "open.level-too-low.text",
                "open.level-too-low.way-on",
                "open.role-unknown.text",
                "open.role-unknown.way-on",
                "open.sign-in-failed.text",
                "open.sign-in-failed.way-on",
                "open.other-way",
                "open.accessibility.text",
                "open.accessibility.how.text",
                "open.accessibility.report.text",
                "open.privacy.heading",
                "open.privacy.text",
                "open.privacy.keys.text",
                "open.privacy.who.heading",
                "open.privacy.who.text",
                "open.privacy.limits.heading",
                "open.privacy.limits.text",
                "open.privacy.rights.heading",
                "open.privacy.rights.text",
                "open.error.too-many.text",
                "open.error.too-large.text",
                "open.error.not-understood.text",
                "open.error.broken.text"
            })
    void theWorkspaceSaysNothingThatIsOnlyTrueOfAResident(String key) {
        RESIDENTS_ONLY.forEach(
                (language, words) -> assertThat(Words.on(Face.WORKSPACE, language, key, "gemeente Voorbeeldstad")
                                .toLowerCase(language))
                        .doesNotContain("!")
                        .doesNotContain(words));
    }

    @Test
    void aFaceWithoutWordsOfItsOwnUsesThoseOfTheHouse() {
        assertThat(plain(Words.on(Face.RESIDENT, "footer.help.phone"))).contains("14 0999");
        assertThat(Words.on(Face.WORKSPACE, "not-found.title")).isEqualTo(Words.say("not-found.title"));
    }

    /** A telephone number may be kept together by a space that does not break. */
    private static String plain(String words) {
        return words.replace('\u00a0', ' ');
    }
}
