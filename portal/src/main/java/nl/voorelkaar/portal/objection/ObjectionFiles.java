package nl.voorelkaar.portal.objection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.DocumentRefused;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.Objections;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Attachment;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.FileField;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Words;

/**
 * The papers of one objection, to bring and to add to. Its links live as long as this component is on a screen of this session,
 * and each use asks again whether it is allowed.
 */
public final class ObjectionFiles extends Section {

    private final transient Objections objections;
    private final transient Actor actor;
    private final transient ResidentId resident;
    private final transient Bezwaar bezwaar;
    private final transient Consumer<Objections.Found> added;
    private final ErrorSummary errors = new ErrorSummary();
    private final FileField file = new FileField(Words.say("document.file"), Procedures.LARGEST_PAPER, this::done);
    /** Set by the request that brought the file, before the browser says that it was sent. */
    private transient volatile Optional<Objections.Found> after = Optional.empty();

    /** @param added shows how the objection stands with one file more */
    public ObjectionFiles(
            Objections objections,
            Actor actor,
            ResidentId resident,
            Bezwaar bezwaar,
            Consumer<Objections.Found> added) {
        this.objections = objections;
        this.actor = actor;
        this.resident = resident;
        this.bezwaar = bezwaar;
        this.added = added;
        addClassName("ve-stack");
        setTestId("objection-files");
        add(new H2(Words.say("bezwaar.files")));
        add(bezwaar.files().isEmpty() ? new Paragraph(Words.say("bezwaar.files.none")) : list());
        if (bezwaar.state().open()) {
            add(bezwaar.files().isEmpty() ? adding() : new NativeDetails(Words.say("bezwaar.file.more"), adding()));
        }
    }

    private Component list() {
        var list = new UnorderedList();
        list.addClassName("ve-list");
        for (var one : bezwaar.files()) {
            var name = new Span(one.file().name());
            name.addClassName("ve-file-name");
            var card = new Card(new Div(name), new Paragraph(status(one)));
            if (bezwaar.afterPapers(one)) {
                card.add(new Paragraph(Words.say("bezwaar.file.late")));
            }
            var acts = new Div(ActionLink.download(event -> bring(one, event), Words.say("document.download"))
                    .heard(one.file().name())
                    .icon(Icon.Shape.DOCUMENT)
                    .handle("objection-file-download"));
            acts.addClassName("ve-row");
            card.add(acts);
            list.add(new ListItem(card.handle("objection-file")));
        }
        return list;
    }

    private String status(Bezwaar.OwnFile one) {
        var own = actor instanceof Actor.Resident ? "bezwaar.file.got" : "workspace.objection.file.got";
        return Words.say(one.byResident() ? own : "bezwaar.file.got.desk", Dates.moment(one.at()));
    }

    private void bring(Bezwaar.OwnFile one, DownloadEvent event) throws IOException {
        Attachment.named(one.file().name(), event);
        event.setContentType(one.file().mediaType());
        try {
            var content =
                    objections.file(actor, resident, bezwaar.id(), one.file().paper());
            event.getOutputStream().write(content);
        } catch (AccessRefused refused) {
            event.getResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private Component adding() {
        var acts = new Div(Action.submit(Words.say("bezwaar.file.send")).handle("objection-file-send"));
        acts.addClassName("ve-row");
        var form = new Form(
                () -> {
                    errors.begin();
                    file.send(new Receiving(this));
                },
                file,
                acts);
        var card = new Card(
                new Paragraph(Words.say(
                        actor instanceof Actor.Resident ? "bezwaar.file.what" : "workspace.objection.file.what")),
                errors,
                form);
        card.addClassName("ve-narrow");
        return card;
    }

    private void done(FileField.Outcome outcome) {
        switch (outcome) {
            case SENT ->
                after.ifPresent(found -> {
                    added.accept(found);
                    Toast.show(Words.say("bezwaar.file.sent"));
                });
            case NONE -> wrong(Words.say("document.none"));
            case TOO_LARGE -> wrong(tooLarge());
            case BROKEN -> wrong(Words.say("document.broken"));
            case ANSWERED -> {
                if (!file.isInvalid()) {
                    wrong(Words.say("document.broken"));
                }
            }
        }
    }

    private void wrong(String words) {
        errors.begin().need(false, file, words).fine();
    }

    private static String tooLarge() {
        return Words.say("bezwaar.file.too-large", Procedures.LARGEST_PAPER / 1024 / 1024);
    }

    private void receive(String name, byte[] content) {
        after = Optional.of(objections.addFile(actor, resident, bezwaar.id(), name, content));
    }

    private static String why(DocumentRefused refused) {
        return refused.reason() == DocumentRefused.Reason.TOO_LARGE
                ? tooLarge()
                : Words.say("document.refused." + refused.reason().name().toLowerCase(Locale.ROOT));
    }

    /** Takes one file in, as who pressed the button. */
    private record Receiving(ObjectionFiles files) implements UploadHandler {

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (var content = event.getInputStream()) {
                files.receive(event.getFileName(), content.readNBytes(Procedures.LARGEST_PAPER + 1));
            } catch (DocumentRefused refused) {
                event.getUI().access(() -> files.wrong(why(refused)));
                event.reject();
            } catch (StepRefused refused) {
                event.getUI().access(() -> files.wrong(Words.why(refused)));
                event.reject();
            }
        }

        /** One byte more than is taken, so that the dossier itself refuses, in words. */
        @Override
        public long getFileSizeMax() {
            return Procedures.LARGEST_PAPER + 1L;
        }

        @Override
        public long getRequestSizeMax() {
            return Procedures.LARGEST_PAPER + 1L;
        }
    }
}
