package nl.voorelkaar.portal.resident.sharing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.AddressId;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** The second of the two clicks that stop a grant. */
@Route(value = "mijn/toegang/stoppen/:grant", layout = ResidentShell.class)
@PermitAll
class StopPage extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Grants grants;

    StopPage(SignedIn signedIn, Grants grants) {
        this.signedIn = signedIn;
        this.grants = grants;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/toegang", Words.say("sharing.title")));
        var grant = grants.find(signedIn.resident(), new GrantId(AddressId.in(event, "grant")));
        if (grant.live()) {
            ask(grant);
        } else {
            ended(grant);
        }
    }

    private void ask(Grant grant) {
        clear();
        var name = grant.to().name();
        title(Words.say("stop.title", name));
        var now = Words.say(
                "stop.now",
                People.full(grant.to()),
                People.sections(grant.terms().sections()));
        var what = List.of(Words.say("stop.what.now", name), Words.say("stop.what.log"), Words.say("stop.what.reason"));
        var confirm = Words.say("stop.confirm");
        var list = new UnorderedList();
        what.forEach(sentence -> list.add(new ListItem(sentence)));
        var card = new Card(new Paragraph(now), list);
        if (!signedIn.recently()) {
            card.add(new Notice(Tone.INFO, Words.say("stop.sign-in-again")));
        }
        var acts = new Div(
                Action.primary(
                                confirm,
                                _ -> stop(grant.id(), Words.shown(List.of(now, String.join("\n", what), confirm))))
                        .icon(Icon.Shape.STOP)
                        .handle("grant-stop-confirm"),
                ActionLink.secondary("/mijn/toegang", Words.say("stop.cancel")));
        acts.addClassName("ve-row");
        card.add(acts);
        card.addClassName("ve-narrow");
        add(card);
    }

    private void stop(GrantId id, ShownText shown) {
        var back = "/mijn/toegang/stoppen/" + id;
        if (!signedIn.recently()) {
            signedIn.signInAgain(back);
            return;
        }
        try {
            grants.stop(signedIn.resident(), id, shown);
            ended(grants.find(signedIn.resident(), id));
            readFromTop();
        } catch (ConsentRefused refused) {
            if (refused.reason() == ConsentRefused.Reason.SIGN_IN_AGAIN) {
                signedIn.signInAgain(back);
            } else {
                add(new Notice(Tone.BAD, Refusals.words(refused)).spoken());
            }
        }
    }

    private void ended(Grant grant) {
        clear();
        title(Words.say("stopped.title"));
        var name = grant.to().name();
        var state = grant.state().name().toLowerCase(Locale.ROOT);
        Component said = new Notice(Tone.GOOD, Words.say("stopped." + state, name, Dates.moment(grant.stateSince())));
        said.setTestId("grant-stopped");
        var acts = new Div(
                ActionLink.primary("/mijn/toegang", Words.say("receipt.to-sharing")),
                ActionLink.secondary("/mijn/toegang/bewijs/" + grant.id(), Words.say("grant.receipt")));
        acts.addClassName("ve-row");
        add(said, new Paragraph(Words.say("stopped.next")), acts);
    }
}
