package nl.voorelkaar.portal.resident.rights;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.CloserWatch;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.erasure.Erasure;
import nl.voorelkaar.dossier.erasure.Erasures;
import nl.voorelkaar.dossier.privacy.DataRight;
import nl.voorelkaar.dossier.privacy.PrivacyRequests;
import nl.voorelkaar.dossier.privacy.Verzoek;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.RightWords;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** What one can ask about one's data, and what one asked. */
@Route(value = "mijn/rechten", layout = ResidentShell.class)
@PermitAll
class RightsPage extends Page {

    private final transient SignedIn signedIn;
    private final transient CloserWatch watch;

    RightsPage(SignedIn signedIn, PrivacyRequests requests, Erasures erasures, CloserWatch watch) {
        super(Words.say("rights.title"));
        this.signedIn = signedIn;
        this.watch = watch;
        lead(Words.say("rights.lead"));
        trail(new Crumb("/mijn", Words.say("menu.home")));
        var before = requests.of(signedIn.resident());
        if (!before.isEmpty()) {
            add(part(Words.count("rights.asked", before.size()), asked(before)));
        }
        var erased = erasures.of(signedIn.resident());
        if (!erased.isEmpty()) {
            add(part(Words.say("erase.yours"), erased(erased)));
        }
        var kinds = new UnorderedList();
        kinds.addClassName("ve-list");
        Arrays.stream(DataRight.values())
                .map(right -> new ListItem(kind(right)))
                .forEach(kinds::add);
        add(
                part(Words.say("rights.kinds"), kinds),
                part(Words.say("erase.part"), new Paragraph(Words.say("erase.part.what")), erasing()),
                watching(),
                part(Words.say("rights.ap"), new Paragraph(Words.say("rights.ap.what"))));
    }

    /** For who is known to many, or works for the municipality, or just wants it. */
    private Component watching() {
        var said = new Div();
        said.addClassName("ve-stack");
        tell(said);
        return part(Words.say("watch.title"), new Paragraph(Words.say("watch.what")), said);
    }

    private void tell(Div said) {
        var on = watch.asked(signedIn.resident());
        said.removeAll();
        var state = new Notice(on ? Tone.GOOD : Tone.INFO, Words.say(on ? "watch.is-on" : "watch.is-off")).spoken();
        state.setTestId("watch-state");
        said.add(
                state,
                beside(Action.secondary(Words.say(on ? "watch.off" : "watch.on"), _ -> {
                            watch.ask(signedIn.resident(), !on);
                            tell(said);
                        })
                        .handle("watch-switch")));
    }

    private static Component asked(List<Verzoek> requests) {
        var list = new UnorderedList();
        list.addClassName("ve-list");
        for (var request : requests) {
            var what = RightWords.name(request.filed().right());
            list.add(new ListItem(new Card(
                            new H3(what),
                            new Paragraph(RightWords.state(request)),
                            beside(ActionLink.secondary("/mijn/rechten/" + request.id(), Words.say("rights.look"))
                                    .heard(Words.say(
                                            "rights.look.heard",
                                            what,
                                            Dates.shortDay(CalendarDays.dayOf(request.filedAt()))))))
                    .handle("right-request")));
        }
        return list;
    }

    private static Component erased(List<Erasure> erasures) {
        var list = new UnorderedList();
        list.addClassName("ve-list");
        for (var erasure : erasures) {
            list.add(new ListItem(new Card(
                            new H3(ErasedPage.name(erasure.sections())),
                            new Paragraph(ErasedPage.state(erasure)),
                            beside(ActionLink.secondary("/mijn/rechten/wissen/" + erasure.id(), Words.say("erase.look"))
                                    .heard(ErasedPage.name(erasure.sections()))))
                    .handle("erasure")));
        }
        return list;
    }

    private static Component erasing() {
        var what = new Choice<>(
                        Words.say("erase.what"),
                        People.inOrder(Section.in(Zone.MIJN_DEEL)),
                        Section::code,
                        People::section)
                .none(Words.say("erase.what.all"))
                .handle("erase-what");
        what.setValue(null);
        var card = new Card(new Form(
                () -> UI.getCurrent()
                        .navigate(
                                "mijn/rechten/wissen",
                                what.getOptionalValue()
                                        .map(section -> QueryParameters.of(ErasePage.PART, section.code()))
                                        .orElseGet(QueryParameters::empty)),
                what,
                Action.submit(Words.say("erase.start")).handle("erase-start")));
        card.addClassName("ve-narrow");
        return card;
    }

    private static Component kind(DataRight right) {
        var name = RightWords.name(right);
        var go = right == DataRight.LOGREGEL
                ? ActionLink.secondary("/mijn/logboek", Words.say("rights.log"))
                : ActionLink.secondary("/mijn/rechten/vragen?recht=" + right.code(), Words.say("rights.ask"))
                        .heard(name)
                        .handle("right-" + right.code());
        return new Card(new H3(name), new Paragraph(RightWords.about(right)), beside(go));
    }
}
