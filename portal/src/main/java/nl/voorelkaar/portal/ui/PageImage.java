package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.dossier.DocumentRefused;
import nl.voorelkaar.dossier.Documents;

/**
 * One page of a file as a picture; or, when there is none, the sentence that says why. The picture is asked for each
 * time the browser fetches it. Access that ended in the meantime shows nothing: the screen closes by itself.
 */
public final class PageImage extends Div {

    /** Writes a PNG. */
    @FunctionalInterface
    public interface Drawing {
        void draw(OutputStream to) throws IOException;
    }

    private final transient Drawing drawing;

    /** @param words for who does not see the picture */
    public PageImage(Drawing drawing, String words) {
        this.drawing = drawing;
        var image = new Image((DownloadHandler) this::answer, words);
        image.addClassName("ve-page-image");
        image.setTestId("document-page");
        add(image);
    }

    void answer(DownloadEvent event) throws IOException {
        event.setContentType("image/png");
        event.inline();
        try {
            drawing.draw(event.getOutputStream());
        } catch (AccessRefused noLonger) {
            event.getResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
        } catch (DocumentRefused notDrawn) {
            event.getResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
            event.getUI().access(() -> say(notDrawn.reason()));
        }
    }

    private void say(DocumentRefused.Reason reason) {
        removeAll();
        var sentence = new Paragraph(Words.why(reason, Documents.LARGEST));
        sentence.getElement().setAttribute("role", "status");
        sentence.setTestId("document-no-page");
        add(sentence);
    }
}
