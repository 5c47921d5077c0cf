package nl.voorelkaar.portal.resident.decisions;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import nl.voorelkaar.dossier.NoticePhones;
import nl.voorelkaar.dossier.decision.Bezorging;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.notice.SmsPost;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** Portal or letter (Awb 2:8): letters until the resident says otherwise, and changed at any time. */
@Route(value = DecisionPaths.DELIVERY, layout = ResidentShell.class)
@PermitAll
class DeliveryPage extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Decisions decisions;
    private final transient NoticePhones phones;
    private final transient SmsPost sms;
    private final transient Clock clock;

    DeliveryPage(SignedIn signedIn, Decisions decisions, NoticePhones phones, SmsPost sms, Clock clock) {
        super(Words.say("bezorging.title"));
        this.signedIn = signedIn;
        this.decisions = decisions;
        this.phones = phones;
        this.sms = sms;
        this.clock = clock;
        trail(
                new Crumb("/mijn", Words.say("menu.home")),
                new Crumb("/" + DecisionPaths.ALL, Words.say("besluiten.title")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var actor = signedIn.resident();
        show(decisions.of(actor, actor.id()).bezorging(), false);
    }

    private void show(Bezorging chosen, boolean changed) {
        clear();
        lead(Words.say("bezorging.lead"));
        var now = new Notice(
                changed ? Tone.GOOD : Tone.INFO,
                Words.say(chosen.inPortal() ? "bezorging.now.portal" : "bezorging.now.letter"));
        chosen.since().ifPresent(at -> now.with(new Paragraph(Words.say("bezorging.since", Dates.moment(at)))));
        now.setTestId("delivery-now");
        var means = new UnorderedList(
                new ListItem(Words.say(chosen.inPortal() ? "bezorging.to-letter.1" : "bezorging.to-portal.1")),
                new ListItem(Words.say(chosen.inPortal() ? "bezorging.to-letter.2" : "bezorging.to-portal.2")),
                new ListItem(Words.say("bezorging.always")));
        var step = Ids.step(clock);
        var acts = new Div(
                Action.primary(Words.say(chosen.inPortal() ? "bezorging.letter" : "bezorging.portal"), _ -> {
                            show(decisions.choose(signedIn.resident(), step, !chosen.inPortal()), true);
                            readFromTop();
                        })
                        .handle(chosen.inPortal() ? "delivery-letter" : "delivery-portal"),
                ActionLink.secondary("/" + DecisionPaths.ALL, Words.say("bezorging.keep")));
        acts.addClassName("ve-row");
        var card = new Card(means, acts);
        card.addClassName("ve-narrow");
        add(changed ? now.spoken() : now, card);
        if (sms.offered()) {
            add(new SmsCard(phones, signedIn.resident()));
        }
    }
}
