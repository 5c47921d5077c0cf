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
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.objection.Bezwaar;
import nl.voorelkaar.dossier.objection.Objections;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Attachment;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.FileIntake;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Words;

/**
 * The papers of one objection, to bring and to add to. Its links live as long as this component is on a screen of this
 * session, and each use asks again whether it is allowed.
 */
public final class ObjectionFiles extends Section {

    private final transient Objections objections;
    private final transient Actor actor;
    private final transient ResidentId resident;
    private final transient Bezwaar bezwaar;
    private final transient Consumer<Objections.Found> added;
    private final ErrorSummary errors = new ErrorSummary();
    private final transient FileIntake file = new FileIntake(Procedures.LARGEST_PAPER, this::errors, this::sent);
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
                    file.send(this::receive);
                },
                file.field(),
                acts);
        var card = new Card(
                new Paragraph(Words.say(
                        actor instanceof Actor.Resident ? "bezwaar.file.what" : "workspace.objection.file.what")),
                errors,
                form);
        card.addClassName("ve-narrow");
        return card;
    }

    private void sent() {
        after.ifPresent(found -> {
            added.accept(found);
            Toast.show(Words.say("bezwaar.file.sent"));
        });
    }

    private ErrorSummary errors() {
        return errors;
    }

    private void receive(String name, InputStream content) throws IOException {
        after = Optional.of(objections.addFile(
                actor, resident, bezwaar.id(), name, content.readNBytes(Procedures.LARGEST_PAPER + 1)));
    }
}
