package nl.voorelkaar.portal.resident.dossier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.dossier.Documents;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.EntryChanged;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.FormKey;
import nl.voorelkaar.dossier.NewEntry;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.resident.draft.Drafting;
import nl.voorelkaar.portal.resident.draft.KeptDraft;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.AddressId;
import nl.voorelkaar.portal.ui.Attachment;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DossierReading;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.PageImage;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** One entry: its file, its text to change, and its earlier versions. */
@Route(value = "mijn/dossier/bericht/:entry", layout = ResidentShell.class)
@PermitAll
class EntryPage extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Dossiers dossiers;
    private final transient Documents documents;
    private final transient Residents residents;
    private final transient Drafting drafting;
    private final transient Clock clock;

    EntryPage(
            SignedIn signedIn,
            Dossiers dossiers,
            Documents documents,
            Residents residents,
            Drafting drafting,
            Clock clock) {
        this.signedIn = signedIn;
        this.dossiers = dossiers;
        this.documents = documents;
        this.residents = residents;
        this.drafting = drafting;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/dossier", Words.say("dossier.title")));
        show(new EntryId(AddressId.in(event, "entry")));
    }

    private void show(EntryId id) {
        clear();
        var actor = signedIn.resident();
        var versions = dossiers.versions(actor, actor.id(), id);
        var entry = versions.getFirst();
        title(entry.title());
        entry.document().ifPresent(file -> add(file(actor, entry, file)));
        if (OwnEntries.own(entry)) {
            add(new Editing(entry));
        } else {
            add(
                    DossierReading.own(entry),
                    new Notice(Tone.INFO, Words.say("entry.not-yours"))
                            .with(ActionLink.secondary(
                                            "/mijn/rechten/vragen?stuk=" + entry.id(), Words.say("entry.not-right"))
                                    .handle("entry-not-right")));
        }
        if (versions.size() > 1) {
            add(history(versions));
        }
    }

    /** The text of an entry of one's own, to change. */
    private final class Editing extends Div {

        private final transient Entry entry;
        private final Div before = new Div();
        private final EntryForm form;
        private final KeptDraft kept;

        Editing(Entry entry) {
            this.entry = entry;
            var acts = new Div(
                    Action.submit(Words.say("entry.save-change")).handle("entry-save"),
                    ActionLink.quiet("/mijn/dossier", Words.say("entry.cancel")));
            acts.addClassName("ve-row");
            form = new EntryForm(EntryDays.of(residents.profile(signedIn.resident()), clock), this::save, acts);
            form.fill(entry);
            kept = drafting.of(new FormKey("entry/" + entry.id()), entry.version(), form.typed());
            form.note(kept.status());
            addClassName("ve-narrow");
            add(new Card(new H2(Words.say("entry.edit")), before, kept, form));
        }

        private void save(NewEntry change) {
            try {
                var actor = signedIn.resident();
                dossiers.edit(actor, actor.id(), entry.id(), kept.basedOn(), change);
                kept.done();
                UI.getCurrent().navigate("mijn/dossier");
            } catch (EntryChanged changed) {
                kept.basedOn(changed.now().version());
                both(changed.now(), change);
            }
        }

        /** Two people, or two tabs: both texts on the screen, and the reader decides. */
        private void both(Entry now, NewEntry typed) {
            before.removeAll();
            var other = DossierReading.own(now);
            other.setTestId("entry-other");
            var notice = new Notice(
                            Tone.WARN,
                            Words.say("entry.conflict"),
                            Words.say("entry.conflict.what", Dates.moment(now.changedAt()), typed.title()))
                    .with(other, Action.secondary(Words.say("entry.conflict.theirs"), _ -> {
                        kept.done();
                        show(now.id());
                    }))
                    .spoken();
            before.add(notice);
            before.getElement().executeJs("this.scrollIntoView({block: 'start'})");
        }
    }

    private Component history(List<Entry> versions) {
        var earlier = new Div();
        earlier.addClassName("ve-stack");
        versions.stream().skip(1).forEach(version -> earlier.add(old(version)));
        var details = new NativeDetails(Words.count("entry.versions", versions.size() - 1), earlier);
        details.setTestId("entry-versions");
        return details;
    }

    private Article old(Entry version) {
        var card = DossierReading.own(version);
        card.setTestId("entry-version");
        card.addComponentAsFirst(
                new Paragraph(Words.say("entry.version", version.version(), Dates.moment(version.changedAt()))));
        if (OwnEntries.own(version)) {
            card.add(Action.secondary(Words.say("entry.restore"), _ -> {
                        var actor = signedIn.resident();
                        dossiers.restore(actor, actor.id(), version.id(), version.version());
                        show(version.id());
                        Toast.show(Words.say("entry.restored", version.version()));
                    })
                    .handle("entry-restore"));
        }
        return card;
    }

    private Component file(Actor.Resident actor, Entry entry, Entry.Document file) {
        var section = new Section(
                new H2(file.fileName()), new Paragraph(Words.say("document.size", Dates.size(file.size()))));
        section.addClassName("ve-stack");
        if (file.pages() > 0) {
            section.add(page(actor, entry, file, 0));
        } else {
            section.add(new Paragraph(Words.say("document.no-preview")));
        }
        section.add(ActionLink.download(
                        event -> {
                            Attachment.named(file.fileName(), event);
                            event.getResponse().setHeader("Content-Type", "application/octet-stream");
                            documents.download(actor, actor.id(), entry.id(), event.getOutputStream());
                        },
                        Words.say("document.download"))
                .handle("document-download"));
        return section;
    }

    private Component page(Actor.Resident actor, Entry entry, Entry.Document file, int number) {
        var box = new Div();
        box.addClassName("ve-stack");
        show(box, actor, entry, file, number);
        return box;
    }

    private void show(Div box, Actor.Resident actor, Entry entry, Entry.Document file, int number) {
        box.removeAll();
        box.add(new PageImage(
                to -> documents.preview(actor, actor.id(), entry.id(), number, to),
                Words.say("document.page.alt", number + 1, file.pages(), file.fileName())));
        if (file.pages() > 1) {
            var row = new Div();
            row.addClassName("ve-row");
            if (number > 0) {
                row.add(Action.secondary(
                        Words.say("document.page.back"), _ -> show(box, actor, entry, file, number - 1)));
            }
            row.add(new Paragraph(Words.say("document.page", number + 1, file.pages())));
            if (number + 1 < file.pages()) {
                row.add(Action.secondary(
                        Words.say("document.page.next"), _ -> show(box, actor, entry, file, number + 1)));
            }
            box.add(row);
        }
    }
}
