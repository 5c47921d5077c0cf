package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file of one's own device. The browser sends it as it is, in one request, so that the server can encrypt it while it
 * streams in; the browser itself shows how far it is.
 */
public final class FileField extends Div implements HasValidation {

    private static final String SEND = """
            const input = this, target = $0, largest = $1, bar = document.getElementById($2), words = document.getElementById($3);
            const tell = (outcome) => input.dispatchEvent(new CustomEvent('ve-sent', {detail: outcome}));
            const file = input.files[0];
            if (!file) { tell('none'); return; }
            if (file.size > largest) { tell('too_large'); return; }
            const request = new XMLHttpRequest();
            request.open('POST', target);
            request.setRequestHeader('Content-Type', 'application/octet-stream');
            request.setRequestHeader('X-Filename', encodeURIComponent(file.name));
            bar.hidden = false;
            request.upload.onprogress = (event) => {
              if (event.lengthComputable) {
                const part = Math.round(100 * event.loaded / event.total);
                bar.value = part;
                if (part % 10 === 0) words.textContent = $4.replace('#', part);
              }
            };
            request.onload = () => { bar.hidden = true; words.textContent = ''; tell(request.status === 200 ? 'sent' : 'answered'); };
            request.onerror = () => { bar.hidden = true; words.textContent = ''; tell('broken'); };
            request.send(file);
            """;

    @Tag("input")
    private static final class Input extends HtmlComponent {}

    @Tag("progress")
    private static final class Bar extends HtmlComponent {}

    /** What became of sending. */
    public enum Outcome {
        SENT,
        /** The server answered and has said itself what was wrong. */
        ANSWERED,
        NONE,
        TOO_LARGE,
        BROKEN
    }

    private final Input input = new Input();
    private final Bar bar = new Bar();
    private final Span progress = new Span();
    private final Paragraph hint = new Paragraph();
    private final Paragraph error = new Paragraph();
    private final long largest;
    private String message = "";

    /** @param largest in bytes; the browser sends nothing larger */
    public FileField(String label, long largest, Consumer<Outcome> done) {
        this.largest = largest;
        addClassName("ve-field");
        input.setId("ve-file");
        input.setTestId("document-file");
        input.addClassNames("ve-input", "ve-file");
        input.getElement().setAttribute("type", "file");
        input.getElement()
                .setAttribute("accept", ".pdf,.jpg,.jpeg,.png,.gif,.webp,.txt,.doc,.docx,.xls,.xlsx,.odt,.ods,.odp");
        input.getElement()
                .addEventListener("ve-sent", event -> done.accept(outcome(event)))
                .addEventData("event.detail");
        hint.setText(Words.say("document.hint", largest / 1024 / 1024));
        hint.addClassName("ve-hint");
        hint.setId("ve-file-hint");
        input.getElement().setAttribute("aria-describedby", "ve-file-hint ve-file-error");
        error.setId("ve-file-error");
        error.addClassName("ve-field-error");
        error.setVisible(false);
        bar.setId("ve-file-bar");
        bar.getElement().setAttribute("max", "100");
        bar.getElement().setAttribute("value", "0");
        bar.getElement().setAttribute("hidden", true);
        bar.getElement().setAttribute("aria-label", Words.say("document.progress.label"));
        progress.setId("ve-file-progress");
        progress.getElement().setAttribute("role", "status");
        var words = new NativeLabel(label);
        words.setFor(input);
        add(words, hint, error, input, bar, progress);
    }

    private static Outcome outcome(DomEvent event) {
        return Outcome.valueOf(
                event.getEventData().get("event.detail").asString().toUpperCase(Locale.ROOT));
    }

    /** Takes these kinds only, such as {@code .pdf}, and says so. */
    public FileField only(String kinds, String words) {
        input.getElement().setAttribute("accept", kinds);
        hint.setText(words);
        return this;
    }

    /** Sends the chosen file to this handler, which belongs to this screen of this session only. */
    public void send(UploadHandler handler) {
        input.getElement().setAttribute("data-target", handler);
        input.getElement()
                .executeJs(
                        SEND.replace("$0", "this.getAttribute('data-target')"),
                        0,
                        largest,
                        "ve-file-bar",
                        "ve-file-progress",
                        Words.say("document.progress", "#"));
    }

    @Override
    public void setErrorMessage(@Nullable String words) {
        message = words == null ? "" : words;
        error.removeAll();
        error.add(new Icon(Icon.Shape.WARN), new Span(message));
    }

    @Override
    public String getErrorMessage() {
        return message;
    }

    @Override
    public void setInvalid(boolean wrong) {
        error.setVisible(wrong);
        getElement().setAttribute("data-wrong", wrong);
    }

    @Override
    public boolean isInvalid() {
        return error.isVisible();
    }
}
