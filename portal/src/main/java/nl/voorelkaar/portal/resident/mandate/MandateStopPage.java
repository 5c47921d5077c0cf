package nl.voorelkaar.portal.resident.mandate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateRefused;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** The second of the two clicks that stop a mandate. */
@Route(value = "mijn/machtigingen/:mandate/stoppen", layout = ResidentShell.class)
@PermitAll
class MandateStopPage extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Mandates mandates;

    MandateStopPage(SignedIn signedIn, Mandates mandates) {
        this.signedIn = signedIn;
        this.mandates = mandates;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb(MandatesPage.PATH, Words.say("mandate.title")));
        var mandate = mandates.find(signedIn.resident(), MandateWords.id(event));
        if (mandate.state().open()) {
            ask(mandate);
        } else {
            ended();
        }
    }

    private void ask(Mandate mandate) {
        clear();
        var title = mandate.carer().isEmpty()
                ? Words.say("mandate.code.take-back")
                : Words.say("mandate.stop.title", MandateWords.who(mandate));
        title(title);
        var what = List.of(
                Words.say("mandate.stop.now"), Words.say("mandate.stop.neutral"), Words.say("mandate.stop.no-reason"));
        var list = new UnorderedList();
        what.forEach(sentence -> list.add(new ListItem(sentence)));
        var card = new Card(list);
        if (!signedIn.recently()) {
            card.add(new Notice(Tone.INFO, Words.say("stop.sign-in-again")));
        }
        var acts = new Div(
                Action.primary(
                                Words.say("mandate.stop.confirm"),
                                _ -> stop(
                                        mandate,
                                        Words.shown(List.of(
                                                title, String.join("\n", what), Words.say("mandate.stop.confirm")))))
                        .icon(Icon.Shape.STOP)
                        .handle("mandate-stop-confirm"),
                ActionLink.secondary(MandatesPage.PATH, Words.say("stop.cancel")));
        acts.addClassName("ve-row");
        card.add(acts);
        card.addClassName("ve-narrow");
        add(card);
    }

    private void stop(Mandate mandate, ShownText shown) {
        var back = MandatesPage.PATH + "/" + mandate.id() + "/stoppen";
        if (!signedIn.recently()) {
            signedIn.signInAgain(back);
            return;
        }
        try {
            mandates.stop(signedIn.resident(), mandate.id(), shown);
            ended();
            readFromTop();
        } catch (MandateRefused refused) {
            if (refused.reason() == MandateRefused.Reason.SIGN_IN_AGAIN) {
                signedIn.signInAgain(back);
            } else {
                add(new Notice(Tone.BAD, MandateWords.refused(refused)).spoken());
            }
        }
    }

    private void ended() {
        clear();
        title(Words.say("mandate.stopped.title"));
        var said = new Notice(Tone.GOOD, Words.say("mandate.stopped"));
        said.setTestId("mandate-stopped");
        add(said, ActionLink.primary(MandatesPage.PATH, Words.say("mandate.to-list")));
    }
}
