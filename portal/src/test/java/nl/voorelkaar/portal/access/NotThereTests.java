package nl.voorelkaar.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An address where nothing is. */
class NotThereTests {

    private final House house = House.running();

    @Test
    void whoIsSignedInFindsTheMenuOnAPageThatIsNotThere() {
        var browser = new Browser(house.residentFace());
        assertThat(browser.get("/bestaat-niet").body()).doesNotContain("/mijn/dossier");
        browser.signIn("/oauth2/authorization/digid", "P02", "substantieel");
        var answer = browser.get("/bestaat-niet");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Deze pagina is er niet", "href=\"/mijn/dossier\"", "Wie keek er");
    }
}
