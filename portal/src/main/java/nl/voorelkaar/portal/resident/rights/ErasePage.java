package nl.voorelkaar.portal.resident.rights;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.erasure.ErasureId;
import nl.voorelkaar.dossier.erasure.ErasureRefusal;
import nl.voorelkaar.dossier.erasure.Erasures;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/**
 * What goes, what stays and what others lose, before anything is erased: {@code ?deel=} for one part of <i>Mijn
 * deel</i>.
 */
@Route(value = "mijn/rechten/wissen", layout = ResidentShell.class)
@PermitAll
class ErasePage extends Page implements BeforeEnterObserver {

    static final String PART = "deel";

    private final transient SignedIn signedIn;
    private final transient Erasures erasures;
    private final transient Grants grants;
    private final transient Clock clock;
    /** Chosen before the first click, so that a second click asks nothing twice. */
    private final transient ErasureId id;

    ErasePage(SignedIn signedIn, Erasures erasures, Grants grants, Clock clock) {
        this.signedIn = signedIn;
        this.erasures = erasures;
        this.grants = grants;
        this.clock = clock;
        this.id = new ErasureId(UuidV7.at(clock.instant()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/rechten", Words.say("rights.title")));
        var sections = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(PART)
                .flatMap(Section::ofCode)
                .filter(section -> section.zone() == Zone.MIJN_DEEL)
                .map(Set::of)
                .orElseGet(() -> Section.in(Zone.MIJN_DEEL));
        var heading = Words.say("erase.title", ErasedPage.name(sections));
        var when = Words.say(
                "erase.lead", Dates.day(CalendarDays.dayOf(clock.instant().plus(Erasures.REFLECTION))));
        var goes = Stream.of("entries", "files", "removed", sections.size() == 1 ? "typed" : "typed-all")
                .map(what -> Words.say("erase.goes." + what))
                .toList();
        title(heading);
        lead(when);
        add(part(Words.say("erase.goes"), list(goes)));
        var losing = grants.of(signedIn.resident()).stream()
                .filter(Grant::live)
                .filter(grant -> grant.terms().sections().stream().anyMatch(sections::contains))
                .map(grant -> People.full(grant.to()))
                .distinct()
                .toList();
        if (!losing.isEmpty()) {
            add(part(Words.say("erase.closes"), new Paragraph(Words.say("erase.closes.what")), list(losing)));
        }
        add(part(
                Words.say("erase.stays"),
                list(Stream.of("file", "signed", "log", "copies")
                        .map(what -> Words.say("erase.stays." + what))
                        .toList()),
                new Paragraph(Words.say("erase.stays.ask"))));
        add(
                new Notice(Tone.INFO, Words.say("erase.copy"), Words.say("erase.copy.what")),
                beside(ActionLink.quiet("/mijn/meenemen", Words.say("moving.title"))));
        var shown = new ArrayList<String>(List.of(heading, when));
        shown.addAll(goes);
        if (!losing.isEmpty()) {
            shown.add(Words.say("erase.closes") + ": " + Words.list(losing) + ".");
            shown.add(Words.say("erase.closes.what"));
        }
        add(confirming(sections, Words.shown(shown)));
    }

    private static Component list(List<String> sentences) {
        var list = new UnorderedList();
        sentences.forEach(sentence -> list.add(new ListItem(sentence)));
        return list;
    }

    private Component confirming(Set<Section> sections, ShownText shown) {
        var card = new Card(new H2(Words.say("erase.sure")), new Paragraph(Words.say("erase.sure.what")));
        if (!signedIn.recently()) {
            card.add(new Notice(Tone.INFO, Words.say("erase.sign-in-again")));
        }
        card.add(beside(
                Action.danger(Words.say("erase.confirm"), _ -> erase(card, sections, shown))
                        .handle("erase-confirm"),
                ActionLink.secondary("/mijn/rechten", Words.say("erase.cancel"))));
        card.addClassName("ve-narrow");
        return card;
    }

    private void erase(Card card, Set<Section> sections, ShownText shown) {
        var back = "/mijn/rechten/wissen"
                + (sections.size() == 1
                        ? "?" + PART + "=" + sections.iterator().next().code()
                        : "");
        if (!signedIn.recently()) {
            signedIn.signInAgain(back);
            return;
        }
        try {
            erasures.ask(signedIn.resident(), id, sections, shown);
        } catch (StepRefused refused) {
            if (refused.reason() == ErasureRefusal.SIGN_IN_AGAIN) {
                signedIn.signInAgain(back);
            } else {
                card.add(new Notice(Tone.BAD, Words.why(refused)).spoken());
            }
            return;
        }
        UI.getCurrent().navigate("mijn/rechten/wissen/" + id);
    }
}
