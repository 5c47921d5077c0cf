package nl.voorelkaar.portal.resident.moving;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.bag.BagRefused;
import nl.voorelkaar.dossier.bag.Bags;
import nl.voorelkaar.dossier.bag.Lock;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Check;
import nl.voorelkaar.portal.ui.CheckGroup;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.FileField;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import org.jspecify.annotations.Nullable;

/** A copy of the whole dossier to take along, and the copy from elsewhere to put in. */
@Route(value = "mijn/meenemen", layout = ResidentShell.class)
@PermitAll
class TakeAlongPage extends Page {

    static final String PATH = "/mijn/meenemen";
    private static final long MEBIBYTE = 1024 * 1024;

    private final transient SignedIn signedIn;
    private final transient Parcels parcels;
    private final transient Bags bags;
    private final transient Clock clock;
    private final Div copy = new Div();
    private final Div outcome = new Div();
    private final CheckGroup<Section> sections;
    private final Check evidence = new Check(Words.say("moving.evidence")).handle("export-evidence");
    private final TextLine passphrase = new TextLine(Words.say("moving.passphrase"))
            .hint(Words.say("moving.passphrase.hint", Lock.SHORTEST))
            .handle("export-passphrase");
    private final TextLine key = new TextLine(Words.say("moving.import.passphrase")).handle("import-passphrase");
    private final ErrorSummary exportErrors = new ErrorSummary();
    private final ErrorSummary importErrors = new ErrorSummary();
    private final FileField file = new FileField(Words.say("moving.import.file"), Bags.LARGEST, this::sent);
    private @Nullable Runnable stopWatching;

    TakeAlongPage(SignedIn signedIn, Parcels parcels, Bags bags, Clock clock) {
        super(Words.say("moving.title"));
        this.signedIn = signedIn;
        this.parcels = parcels;
        this.bags = bags;
        this.clock = clock;
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/dossier", Words.say("dossier.title")));
        lead(Words.say("moving.lead"));
        sections = new CheckGroup<>(
                Words.say("moving.sections"),
                List.of(Section.values()),
                People::section,
                _ -> Optional.empty(),
                section -> "export-" + section.code());
        sections.setValue(EnumSet.allOf(Section.class));
        evidence.setValue(true);
        copy.addClassName("ve-stack");
        outcome.addClassName("ve-stack");
        add(
                new Card(
                        new H2(Words.say("moving.export.title")),
                        new Paragraph(Words.say("moving.export.what")),
                        new Paragraph(Words.say("moving.export.private")),
                        exportErrors,
                        new Form(
                                this::start,
                                sections,
                                evidence,
                                passphrase,
                                Action.submit(Words.say("moving.export.start"))
                                        .icon(Icon.Shape.DOCUMENT)
                                        .handle("export-start")),
                        copy),
                new Card(
                        new H2(Words.say("moving.import.title")),
                        new Paragraph(Words.say("moving.import.what")),
                        new Paragraph(Words.say("moving.import.stays")),
                        importErrors,
                        new Form(
                                this::send,
                                file.only(".zip,.age", Words.say("moving.import.hint", Bags.LARGEST / MEBIBYTE)),
                                key,
                                Action.submit(Words.say("moving.import.start")).handle("import-start")),
                        outcome));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        parcels.of(signedIn.resident().id()).ifPresent(parcel -> follow(event.getUI(), parcel));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        unfollow();
        super.onDetach(event);
    }

    private void start() {
        var chosen = sections.getValue();
        var typed = passphrase.getValue();
        if (!exportErrors
                .begin()
                .need(!chosen.isEmpty(), sections, Words.say("moving.sections.none"))
                .need(
                        typed.isEmpty() || Lock.fits(typed),
                        passphrase,
                        Words.say("moving.passphrase.wrong", Lock.SHORTEST))
                .fine()) {
            return;
        }
        if (!signedIn.recently()) {
            signedIn.signInAgain(PATH);
            return;
        }
        var parcel = parcels.start(
                signedIn.resident(),
                chosen,
                evidence.getValue(),
                Optional.of(typed).filter(one -> !one.isEmpty()),
                UI.getCurrent().getLocale());
        passphrase.setValue("");
        follow(UI.getCurrent(), parcel);
    }

    private void follow(UI ui, Parcel parcel) {
        unfollow();
        // Who looks at another page by now is shown it there, when they come back.
        Runnable changed = ui.accessLater(() -> show(parcel), () -> {});
        parcel.watch(changed);
        stopWatching = () -> parcel.leave(changed);
        show(parcel);
    }

    private void unfollow() {
        if (stopWatching != null) {
            stopWatching.run();
            stopWatching = null;
        }
    }

    private void show(Parcel parcel) {
        copy.removeAll();
        switch (parcel.state()) {
            case Parcel.State.Packing packing -> copy.add(progress(packing.part()));
            case Parcel.State.Ready ready -> copy.add(ready(parcel, ready));
            case Parcel.State.Failed failed -> copy.add(new Notice(Tone.WARN, Words.say(failed.why())).spoken());
            case Parcel.State.Gone _ -> {}
        }
    }

    private static Div progress(int part) {
        var words = new Paragraph(Words.say("moving.progress", part));
        words.getElement().setAttribute("role", "status");
        var box = new Div(words, new Paragraph(Words.say("moving.progress.leave")));
        box.setTestId("export-progress");
        return box;
    }

    private Notice ready(Parcel parcel, Parcel.State.Ready ready) {
        var name = "mijn-dossier-" + CalendarDays.dayOf(clock.instant()) + (ready.locked() ? ".zip.age" : ".zip");
        var notice =
                new Notice(Tone.GOOD, Words.say("moving.ready", Dates.size(ready.size()), Dates.time(ready.until())));
        if (!signedIn.recently()) {
            // It may be hours later, and another session: who fetches a whole dossier proves again who they are.
            return notice.with(Action.secondary(Words.say("moving.again"), _ -> signedIn.signInAgain(PATH))
                            .handle("export-again"))
                    .spoken();
        }
        return notice.with(ActionLink.download(
                                download -> {
                                    download.setFileName(name);
                                    download.setContentType(
                                            ready.locked() ? "application/octet-stream" : "application/zip");
                                    download.setContentLength(ready.size());
                                    parcel.writeTo(download.getOutputStream());
                                },
                                Words.say("moving.download"))
                        .icon(Icon.Shape.DOCUMENT)
                        .handle("export-download"))
                .spoken();
    }

    private void send() {
        importErrors.begin().fine();
        outcome.removeAll();
        file.setInvalid(false);
        file.send(new Receiving(
                this, bags, signedIn.resident(), Optional.of(key.getValue()).filter(one -> !one.isEmpty())));
    }

    private void sent(FileField.Outcome what) {
        switch (what) {
            case SENT -> {}
            case NONE -> wrong(Words.say("moving.import.none"));
            case TOO_LARGE -> wrong(Words.say("bag.refused.too_large"));
            // An archive that is refused at its beginning is not read to its end: a browser may call that broken off.
            case BROKEN, ANSWERED -> {
                if (!file.isInvalid()) {
                    wrong(Words.say("document.broken"));
                }
            }
        }
    }

    private void wrong(String words) {
        outcome.removeAll();
        importErrors.begin().need(false, file, words).fine();
    }

    private void going(int done, int of) {
        var words = new Paragraph(Words.say("moving.import.progress", done, of));
        words.setTestId("import-progress");
        outcome.removeAll();
        outcome.add(words);
    }

    private void done(Bags.Unpacked unpacked) {
        outcome.removeAll();
        var words = unpacked.added() == 0 && unpacked.already() > 0
                ? Words.say("moving.import.nothing-new")
                : Words.count("moving.import.done", unpacked.added());
        var notice = new Notice(Tone.GOOD, words).spoken();
        if (unpacked.left() > 0) {
            notice.with(new Paragraph(Words.count("moving.import.left", unpacked.left())));
        }
        notice.with(ActionLink.secondary("/mijn/dossier", Words.say("moving.import.look")));
        notice.setTestId("import-done");
        outcome.add(notice);
    }

    /** Takes one archive in, as the resident who pressed the button. */
    private static final class Receiving implements UploadHandler {

        private final TakeAlongPage page;
        private final transient Bags bags;
        private final transient Actor.Resident actor;
        private final transient Optional<String> passphrase;

        Receiving(TakeAlongPage page, Bags bags, Actor.Resident actor, Optional<String> passphrase) {
            this.page = page;
            this.bags = bags;
            this.actor = actor;
            this.passphrase = passphrase;
        }

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (var content = event.getInputStream()) {
                var unpacked = bags.unpack(
                        actor, Lock.opened(content, passphrase), (done, of) -> show(event, () -> page.going(done, of)));
                show(event, () -> page.done(unpacked));
            } catch (BagRefused refused) {
                show(event, () -> page.wrong(Words.say(Parcel.why(refused))));
                event.reject();
            }
        }

        /** Goes on when nobody looks any more. */
        private static void show(UploadEvent event, Command what) {
            event.getUI().accessLater(what::execute, () -> {}).run();
        }

        /** One byte more than is taken, so that the dossier itself refuses, in words. */
        @Override
        public long getFileSizeMax() {
            return Bags.LARGEST + 1;
        }

        @Override
        public long getRequestSizeMax() {
            return Bags.LARGEST + 1;
        }
    }
}
