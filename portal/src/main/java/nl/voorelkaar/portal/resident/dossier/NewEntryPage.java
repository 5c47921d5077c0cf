package nl.voorelkaar.portal.resident.dossier;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.Dossiers;
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
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Words;

@Route(value = "mijn/dossier/nieuw", layout = ResidentShell.class)
@PermitAll
class NewEntryPage extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Dossiers dossiers;
    private final EntryForm form;
    private final KeptDraft kept;
    /** Chosen before the first click on save, so that a second click saves nothing twice. */
    private final transient EntryId id;

    NewEntryPage(SignedIn signedIn, Dossiers dossiers, Residents residents, Drafting drafting, Clock clock) {
        super(Words.say("entry.new"));
        this.signedIn = signedIn;
        this.dossiers = dossiers;
        this.id = new EntryId(UuidV7.at(clock.instant()));
        lead(Words.say("entry.new.lead"));
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/dossier", Words.say("dossier.title")));
        var acts = new Div(
                Action.submit(Words.say("entry.save")).handle("entry-save"),
                ActionLink.quiet("/mijn/dossier", Words.say("entry.cancel")));
        acts.addClassName("ve-row");
        form = new EntryForm(EntryDays.of(residents.profile(signedIn.resident()), clock), this::save, acts);
        kept = drafting.of(new FormKey("entry-new"), form.typed());
        form.note(kept.status());
        var card = new Card(kept, form);
        card.addClassName("ve-narrow");
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("onderdeel")
                .flatMap(Section::ofCode)
                .filter(section -> section.zone() == Zone.MIJN_DEEL)
                .ifPresent(form::choose);
    }

    private void save(NewEntry entry) {
        var actor = signedIn.resident();
        dossiers.add(actor, actor.id(), id, entry);
        kept.done();
        UI.getCurrent().navigate("mijn/dossier");
    }
}
