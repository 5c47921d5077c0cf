package nl.voorelkaar.portal.resident.handover;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Handover;
import nl.voorelkaar.consent.HandoverId;
import nl.voorelkaar.consent.HandoverRefused;
import nl.voorelkaar.consent.Handovers;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.dossier.handover.WarmHandovers;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.AddressId;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** Who the resident's contact is now, what the one told the other, and "ik wil deze persoon niet". */
@Route(value = "mijn/overdracht/:handover", layout = ResidentShell.class)
@PermitAll
class HandoverPage extends Page implements BeforeEnterObserver {

    static final String PATH = "/mijn/overdracht";

    private final transient SignedIn signedIn;
    private final transient Handovers handovers;
    private final transient WarmHandovers notes;
    private final transient Parties parties;
    private final Div problem = new Div();

    HandoverPage(SignedIn signedIn, Handovers handovers, WarmHandovers notes, Parties parties) {
        super(Words.say("handover.title"));
        this.signedIn = signedIn;
        this.handovers = handovers;
        this.notes = notes;
        this.parties = parties;
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/toegang", Words.say("menu.sharing")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            show(handovers.find(signedIn.resident(), new HandoverId(AddressId.in(event, "handover"))));
        } catch (AccessRefused notThere) {
            throw new NotFoundException();
        }
    }

    private void show(Handover handover) {
        var people = parties.find(Set.of(handover.from(), handover.to()));
        var from = Optional.ofNullable(people.get(handover.from()));
        var to = Optional.ofNullable(people.get(handover.to()));
        var before = from.map(Party::name).orElse("");
        var after = to.map(Party::name).orElse("");
        clear();
        problem.removeAll();
        title(Words.say("handover.title"));
        var state = new Notice(
                Tone.INFO,
                Words.say("handover.mine." + handover.state().name().toLowerCase(Locale.ROOT), before, after));
        state.setTestId("handover-state");
        add(state, problem);
        add(new Card(new DataSummary()
                        .row(
                                Words.say("handover.before"),
                                from.map(People::full).orElse(""))
                        .row(Words.say("handover.after"), to.map(People::full).orElse(""))
                        .row(Words.say("handover.when"), Dates.moment(handover.stateSince())))
                .handle("handover-who"));
        add(part(
                Words.say("handover.note"),
                new Paragraph(Words.say("handover.note.what", before, after)),
                new Card(said(notes.note(signedIn.resident(), handover.id()))).handle("handover-note")));
        if (handover.state() == Handover.State.AANGEBODEN || handover.state() == Handover.State.AANVAARD) {
            add(refusing(handover, after));
        }
        add(beside(ActionLink.secondary("/mijn/toegang", Words.say("handover.to-sharing"))));
    }

    private Component refusing(Handover handover, String after) {
        return new NativeDetails(
                Words.say("handover.refuse", after),
                new Card(
                        new H2(Words.say("handover.refuse.sure", after)),
                        new Paragraph(Words.say("handover.refuse.what", after)),
                        beside(Action.danger(Words.say("handover.refuse.yes", after), _ -> refuse(handover))
                                .handle("handover-refuse"))));
    }

    private void refuse(Handover handover) {
        try {
            show(handovers.refusePerson(signedIn.resident(), handover.id()));
        } catch (HandoverRefused refused) {
            show(handovers.find(signedIn.resident(), handover.id()));
            problem.add(new Notice(
                            Tone.BAD,
                            Words.say("handover.refused."
                                    + refused.reason().name().toLowerCase(Locale.ROOT)))
                    .spoken());
        }
        readFromTop();
    }
}
