package nl.voorelkaar.portal.open;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.Locale;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.portal.Partly;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.access.WayOut;
import nl.voorelkaar.portal.ui.FaceFrame;
import nl.voorelkaar.portal.ui.Words;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ErrorPagesTests {

    @Test
    void whatIsNotThereReadsTheSameAsInsideThePages() {
        for (var language : new Locale[] {Words.DUTCH, Locale.ENGLISH}) {
            var request = new MockHttpServletRequest("GET", "/error");
            request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 404);
            request.setCookies(new Cookie("ve-taal", language.getLanguage()));
            var page = at(Face.RESIDENT).page(request, new MockHttpServletResponse());
            assertThat(page.getStatusCode().value()).isEqualTo(404);
            assertThat(page.getBody())
                    .contains(Words.say(language, "not-found.title"))
                    .contains(Words.say(language, "not-found.text"))
                    .contains("data-testid=\"quick-exit\"", Words.say(language, "exit.go"));
            assertThat(Jsoup.parse(page.getBody()).select("a.ve-phone[href=tel:140999]"))
                    .hasSize(1);
        }
    }

    @Test
    void staffAreNotSentToTheDeskForResidents() {
        var request = new MockHttpServletRequest("GET", "/error");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 404);
        var page = at(Face.WORKSPACE).page(request, new MockHttpServletResponse());
        assertThat(page.getBody())
                .contains(Words.say(Words.DUTCH, "not-found.title"))
                .contains("de beheerder van uw organisatie")
                .doesNotContain("tel:", "quick-exit");
    }

    private static ErrorPages at(Face face) {
        var nobody = Partly.as(SignedIn.class, new Object() {
            public boolean anyone() {
                return false;
            }
        });
        var settings = new HouseSettings(
                face,
                URI.create("http://localhost"),
                new HouseSettings.Municipality("gemeente Voorbeeldstad"),
                null,
                URI.create("https://weer.example/"));
        return new ErrorPages(settings, nobody, Partly.as(FaceFrame.class, new Object()), new WayOut(settings));
    }
}
