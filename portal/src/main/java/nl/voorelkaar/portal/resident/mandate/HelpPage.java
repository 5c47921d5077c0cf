package nl.voorelkaar.portal.resident.mandate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Boundary;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.MandateRefused;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.consent.Supporter;
import nl.voorelkaar.consent.Thing;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.AddressId;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Radios;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/**
 * Letting somebody read along with one melding, one objection or one complaint: from that thing, and for that alone.
 */
@Route(value = "mijn/hulp/:thing", layout = ResidentShell.class)
@PermitAll
class HelpPage extends Page implements BeforeEnterObserver {

    private static final EnumSet<ProcedureKind> WITH_HELP =
            EnumSet.of(ProcedureKind.ONDERZOEK, ProcedureKind.BEZWAAR, ProcedureKind.KLACHT);

    private final transient SignedIn signedIn;
    private final transient Mandates mandates;
    private final transient Procedures procedures;
    private final transient MandateId fresh;

    HelpPage(SignedIn signedIn, Mandates mandates, Procedures procedures, Clock clock) {
        super(Words.say("help.title"));
        this.signedIn = signedIn;
        this.mandates = mandates;
        this.procedures = procedures;
        this.fresh = new MandateId(UuidV7.at(clock.instant()));
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb(MandatesPage.PATH, Words.say("mandate.title")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(find(AddressId.in(event, "thing")));
    }

    /** Only of one's own, and only while it is under way. */
    private ProcedureHead find(UUID thing) {
        return procedures.heads(signedIn.resident()).stream()
                .filter(head -> head.id().value().equals(thing) && WITH_HELP.contains(head.kind()))
                .filter(head -> !head.closed())
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private void show(ProcedureHead head) {
        clear();
        var what = MandateWords.thing(head.kind().section());
        title(Words.say("help.title"));
        lead(Words.say("help.lead", what));
        var how = new UnorderedList(
                new ListItem(Words.say("help.how.only", what)),
                new ListItem(Words.say("help.how.reads")),
                new ListItem(Words.say("help.how.ends", what)),
                new ListItem(Words.say("help.how.stop")));
        var errors = new ErrorSummary();
        var problem = new Div();
        var who = new Radios<>(
                Words.say("help.who"),
                EnumSet.allOf(Supporter.class),
                MandateWords::supporter,
                supporter -> Optional.of(Words.say("help.who." + supporter.code() + ".hint")),
                supporter -> "help-who-" + supporter.code());
        var form = new Form(
                () -> {
                    var chosen = who.getValue();
                    if (errors.begin()
                                    .need(chosen != null, who, Words.say("help.who.missing"))
                                    .fine()
                            && chosen != null) {
                        invite(head, chosen, problem);
                    }
                },
                who,
                new Div(Action.submit(Words.say("help.invite")).handle("help-invite")));
        var card = new Card(how, errors, problem, form);
        card.addClassName("ve-narrow");
        add(
                card,
                new Paragraph(Words.say("help.free")),
                new Div(ActionLink.quiet(MandatesPage.PATH, Words.say("mandate.to-list"))));
    }

    /** A second click comes with the same id, and finds the code that the first one made. */
    private void invite(ProcedureHead head, Supporter supporter, Div problem) {
        var back = "/mijn/hulp/" + head.id().value();
        if (!signedIn.recently()) {
            signedIn.signInAgain(back);
            return;
        }
        try {
            mandates.invite(
                    signedIn.resident(),
                    fresh,
                    new Boundary(new Thing(head.id().value()), head.kind().section(), supporter));
            UI.getCurrent().navigate(MandatesPage.PATH.substring(1) + "/" + fresh);
        } catch (MandateRefused refused) {
            if (refused.reason() == MandateRefused.Reason.SIGN_IN_AGAIN) {
                signedIn.signInAgain(back);
                return;
            }
            problem.removeAll();
            problem.add(new Notice(
                            Tone.BAD,
                            Words.say(
                                    "mandate.refused." + refused.reason().name().toLowerCase(Locale.ROOT)))
                    .spoken());
        }
    }
}
