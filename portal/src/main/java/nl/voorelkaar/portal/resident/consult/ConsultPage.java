package nl.voorelkaar.portal.resident.consult;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Consult;
import nl.voorelkaar.consent.ConsultId;
import nl.voorelkaar.consent.ConsultRefused;
import nl.voorelkaar.consent.Consults;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.dossier.expert.AskedQuestion;
import nl.voorelkaar.dossier.expert.Experts;
import nl.voorelkaar.dossier.expert.Reply;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.resident.ResidentShell;
import nl.voorelkaar.portal.resident.sharing.Evidence;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.AddressId;
import nl.voorelkaar.portal.ui.AttachedPage;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** "Iemand vroeg raad": the question and the pages, before they open to anybody, and the answer. */
@Route(value = "mijn/raad/:consult", layout = ResidentShell.class)
@PermitAll
class ConsultPage extends Page implements BeforeEnterObserver {

    static final String PATH = "/mijn/raad";

    private final transient SignedIn signedIn;
    private final transient Consults consults;
    private final transient Experts experts;
    private final transient Parties parties;
    private final Div problem = new Div();

    ConsultPage(SignedIn signedIn, Consults consults, Experts experts, Parties parties) {
        super(Words.say("consult.title"));
        this.signedIn = signedIn;
        this.consults = consults;
        this.experts = experts;
        this.parties = parties;
        trail(new Crumb("/mijn", Words.say("menu.home")), new Crumb("/mijn/toegang", Words.say("menu.sharing")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            show(new ConsultId(AddressId.in(event, "consult")));
        } catch (AccessRefused notThere) {
            throw new NotFoundException();
        }
    }

    private void show(ConsultId id) {
        var asked = experts.open(signedIn.resident(), id);
        var consult = asked.consult();
        var people = parties.find(Set.of(consult.askedBy(), consult.expert()));
        var asker = who(people.get(consult.askedBy()));
        var expert = who(people.get(consult.expert()));
        clear();
        problem.removeAll();
        title(Words.say("consult.title"));
        lead(Words.say("consult.lead", asker, expert));
        var state = new Notice(
                consult.state() == Consult.State.GEVRAAGD ? Tone.WARN : Tone.INFO,
                Words.say("consult.mine." + consult.state().name().toLowerCase(Locale.ROOT), expert));
        state.setTestId("consult-state");
        add(state, problem);
        add(part(Words.say("consult.question"), new Card(said(asked.words())).handle("consult-question")));
        add(pages(asked));
        asked.reply().ifPresent(reply -> add(reply(reply, expert)));
        add(new Card(new DataSummary()
                .row(Words.say("consult.asked-by"), full(people.get(consult.askedBy())))
                .row(Words.say("consult.expert"), full(people.get(consult.expert())))
                .row(Words.say("consult.asked-at"), Dates.moment(consult.askedAt()))
                .row(Words.say("consult.last-day"), Dates.day(consult.lastDay()))));
        deciding(asked, expert).ifPresent(this::add);
        Evidence.of(consults.records(signedIn.resident(), id)).ifPresent(this::add);
    }

    private Component pages(AskedQuestion asked) {
        var section = part(Words.say("consult.pages"));
        if (asked.titles().isEmpty()) {
            section.add(new Paragraph(Words.say("consult.pages.none")));
        } else if (asked.pages().isEmpty()) {
            section.add(new Paragraph(Words.say("consult.pages.gone", Words.list(asked.titles()))));
        }
        asked.pages()
                .forEach(page -> section.add(AttachedPage.of(
                        page,
                        number -> experts.picture(
                                signedIn.resident(), asked.consult().id(), number))));
        return section;
    }

    private static Component reply(Reply reply, String expert) {
        return part(
                Words.say("consult.reply", expert),
                new Card(
                                new H3(Words.say("consult.verdict."
                                        + reply.verdict().name().toLowerCase(Locale.ROOT))),
                                said(reply.words()))
                        .handle("consult-reply"));
    }

    private Optional<Component> deciding(AskedQuestion asked, String expert) {
        var id = asked.consult().id();
        return switch (asked.consult().state()) {
            case GEVRAAGD ->
                Optional.of(Card.task(
                        new H3(Words.say("consult.may", expert)),
                        new Paragraph(Words.say(
                                "consult.may.what", Dates.day(asked.consult().lastDay()))),
                        new Paragraph(Words.say("consult.may.no")),
                        beside(
                                Action.primary(
                                                Words.say("consult.agree"),
                                                _ -> tried(
                                                        id,
                                                        () -> consults.agree(
                                                                signedIn.resident(),
                                                                id,
                                                                shown(asked, expert, Words.say("consult.agree")))))
                                        .handle("consult-agree"),
                                Action.secondary(
                                                Words.say("consult.refuse"),
                                                _ -> tried(
                                                        id,
                                                        () -> consults.refuse(
                                                                signedIn.resident(),
                                                                id,
                                                                shown(asked, expert, Words.say("consult.refuse")))))
                                        .handle("consult-refuse"))));
            case OPEN ->
                Optional.of(beside(Action.danger(
                                Words.say("consult.stop"),
                                _ -> tried(
                                        id,
                                        () -> consults.stop(
                                                signedIn.resident(),
                                                id,
                                                Words.shown(List.of(
                                                        Words.say("consult.mine.open", expert),
                                                        Words.say("consult.stop"))))))
                        .icon(Icon.Shape.STOP)
                        .handle("consult-stop")));
            case GEWEIGERD, BEANTWOORD, INGETROKKEN, GESTOPT, VERLOPEN -> Optional.empty();
        };
    }

    /** What the resident says yes or no to: the same words on the screen and in the evidence. */
    private static ShownText shown(AskedQuestion asked, String expert, String answer) {
        return Words.shown(List.of(
                Words.say("consult.may", expert),
                asked.words(),
                Words.list(asked.titles()),
                Words.say("consult.may.what", Dates.day(asked.consult().lastDay())),
                Words.say("consult.may.no"),
                answer));
    }

    private void tried(ConsultId id, Runnable act) {
        if (!signedIn.recently()) {
            signedIn.signInAgain(PATH + "/" + id);
            return;
        }
        try {
            act.run();
            show(id);
        } catch (ConsultRefused refused) {
            if (refused.reason() == ConsultRefused.Reason.SIGN_IN_AGAIN) {
                signedIn.signInAgain(PATH + "/" + id);
                return;
            }
            show(id);
            problem.add(new Notice(
                            Tone.BAD,
                            Words.say(
                                    "consult.refused." + refused.reason().name().toLowerCase(Locale.ROOT)))
                    .spoken());
        }
        readFromTop();
    }

    private static String who(@org.jspecify.annotations.Nullable Party party) {
        return party == null ? "" : party.name();
    }

    private static String full(@org.jspecify.annotations.Nullable Party party) {
        return party == null ? "" : People.full(party);
    }

    static String name(java.util.Map<PartyId, Party> people, PartyId id) {
        return who(people.get(id));
    }
}
