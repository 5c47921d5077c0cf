package nl.voorelkaar.portal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.dossier.DocumentRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

@ViewPackages(packages = {})
class PageImageTests extends BrowserlessTest {

    @Test
    void aPageThatIsDrawnStays() throws IOException {
        var page = fetched(to -> to.write(1));
        assertThat(page.getChildren()).singleElement().isInstanceOf(Image.class);
    }

    @ParameterizedTest
    @CsvSource({"NO_PREVIEW, geen beeld maken", "BUSY, nu te druk"})
    void aPageThatIsNotDrawnBecomesASentence(DocumentRefused.Reason reason, String words) throws IOException {
        var page = fetched(_ -> {
            throw new DocumentRefused(reason);
        });
        assertThat(page.getChildren())
                .singleElement()
                .isInstanceOfSatisfying(
                        Paragraph.class,
                        sentence -> assertThat(sentence.getText()).contains(words));
    }

    @Test
    void whoMayNoLongerLookIsToldNothing() throws IOException {
        var page = fetched(_ -> {
            throw new AccessRefused(Decision.Reason.NO_GROUND);
        });
        assertThat(page.getChildren()).singleElement().isInstanceOf(Image.class);
    }

    private PageImage fetched(PageImage.Drawing drawing) throws IOException {
        UI.getCurrent().setLocale(Words.DUTCH);
        var page = new PageImage(drawing, "Bladzijde 1");
        UI.getCurrent().add(page);
        page.answer(new DownloadEvent(
                VaadinRequest.getCurrent(),
                new VaadinServletResponse(
                        new MockHttpServletResponse(), (VaadinServletService) VaadinServletService.getCurrent()),
                VaadinSession.getCurrent(),
                page.getElement()));
        var session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
        return page;
    }
}
