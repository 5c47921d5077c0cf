package nl.voorelkaar.portal.workspace.representing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Deaths;
import nl.voorelkaar.consent.Representation;
import nl.voorelkaar.consent.RepresentationRefused;
import nl.voorelkaar.consent.Representations;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.persons.PersonsRegister;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.find.FindDesk;
import nl.voorelkaar.portal.workspace.find.FoundResidents;
import nl.voorelkaar.portal.workspace.find.OwnDossierNotice;
import nl.voorelkaar.portal.workspace.find.OwnDossiers;

/** The desk writes down who speaks for a resident by law. One page, so that no address ever tells about whom. */
@Route(value = WorkspacePaths.REPRESENTING, layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class RepresentationView extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Representations representations;
    private final transient Deaths deaths;
    private final transient Residents residents;
    private final transient PersonsRegister persons;
    private final transient FindDesk find;
    private final transient OwnDossiers own;
    private final transient Clock clock;

    RepresentationView(
            SignedIn signedIn,
            Representations representations,
            Deaths deaths,
            Residents residents,
            PersonsRegister persons,
            FindDesk find,
            OwnDossiers own,
            Clock clock) {
        super(Words.say("represent.title"));
        this.signedIn = signedIn;
        this.representations = representations;
        this.deaths = deaths;
        this.residents = residents;
        this.persons = persons;
        this.find = find;
        this.own = own;
        this.clock = clock;
        trail(new Crumb("/" + WorkspacePaths.DESK, Words.say("workspace.desk.title")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (signedIn.professional().role() != Role.KCC) {
            throw new NotFoundException();
        }
        start();
    }

    private void start(Component... said) {
        clear();
        lead(Words.say("represent.lead"));
        add(said);
        add(find.toServe(Words.say("represent.for-whom"), Words.say("workspace.desk.find"), this::form));
        rechecks();
    }

    /** Who must show the evidence again, and when it lapses. */
    private void rechecks() {
        var late = representations.toRecheck(signedIn.professional());
        add(new H2(Words.say("represent.rechecks")));
        if (late.isEmpty()) {
            add(new Paragraph(Words.say("represent.rechecks.none")));
            return;
        }
        add(new Paragraph(Words.say("represent.rechecks.what")));
        var list = new UnorderedList();
        list.addClassName("ve-list");
        late.forEach(one -> list.add(new ListItem(recheck(one))));
        add(list);
    }

    private Component recheck(Representations.Recheck one) {
        var held = one.representation();
        var card = new Card(
                new H3(Words.say("represent.recheck.who", one.name(), one.residentName())),
                new DataSummary()
                        .row(Words.say("represent.kind"), RepresentationForm.kind(held.kind()))
                        .row(Words.say("represent.evidence"), RepresentationForm.evidence(held.evidence()))
                        .row(Words.say("represent.recheck"), Dates.day(held.recheckOn()))
                        .row(Words.say("represent.lapses"), Dates.day(held.lapsesAfter())),
                beside(Action.secondary(Words.say("represent.seen"), _ -> seen(one))
                        .heard(one.name())
                        .handle("represent-seen")));
        card.setTestId("represent-recheck");
        return card;
    }

    private void seen(Representations.Recheck one) {
        var held = one.representation();
        try {
            representations.seenAgain(signedIn.professional(), held.of(), held.id());
            start(new Notice(Tone.GOOD, Words.say("represent.seen.done", one.name())).spoken());
        } catch (RepresentationRefused refused) {
            start(new Notice(Tone.BAD, RepresentationForm.why(refused)).spoken());
        }
        readFromTop();
    }

    private void form(FoundResidents.Found who, Optional<Bsn> number) {
        clear();
        add(back());
        if (own.attemptedBy(signedIn.professional(), who.resident())) {
            add(new OwnDossierNotice());
            return;
        }
        var died = deaths.of(who.resident());
        if (died.isPresent()) {
            add(known(who, died.get()));
            readFromTop();
            return;
        }
        representations.at(signedIn.professional(), who.resident()).forEach(held -> add(card(who, held)));
        add(new RepresentationForm(
                residents,
                persons,
                who.resident(),
                number,
                CalendarDays.dayOf(clock.instant()),
                registration -> representations.register(signedIn.professional(), registration),
                this::done));
        add(beside(Action.secondary(Words.say("death.go"), _ -> {
                    clear();
                    add(back());
                    add(new DeathForm(
                            CalendarDays.dayOf(clock.instant()), (day, evidence) -> died(who, day, evidence)));
                    readFromTop();
                })
                .handle("death-go")));
        readFromTop();
    }

    private Component back() {
        return beside(Action.quiet(Words.say("represent.back"), _ -> {
                    start();
                    readFromTop();
                })
                .handle("represent-back"));
    }

    private void died(FoundResidents.Found who, LocalDate day, Deaths.Evidence evidence) {
        deaths.register(signedIn.professional(), who.resident(), day, evidence);
        var notice = new Notice(Tone.GOOD, Words.say("death.done")).spoken();
        notice.setTestId("death-receipt");
        start(notice);
        readFromTop();
    }

    private Component known(FoundResidents.Found who, LocalDate day) {
        var card = new Card(
                new H2(Words.say("death.known", Dates.day(day))),
                new Paragraph(Words.say("death.known.what")),
                beside(Action.quiet(Words.say("death.mistake"), _ -> {
                            deaths.takeBack(signedIn.professional(), who.resident());
                            start(new Notice(Tone.GOOD, Words.say("death.taken-back")).spoken());
                            readFromTop();
                        })
                        .handle("death-mistake")));
        card.setTestId("death-known");
        return card;
    }

    private Component card(FoundResidents.Found who, Representation held) {
        var card = new Card(
                new H2(RepresentationForm.kind(held.kind())),
                summary(held),
                beside(Action.secondary(Words.say("represent.end"), _ -> {
                            representations.end(signedIn.professional(), who.resident(), held.id());
                            start(new Notice(Tone.GOOD, Words.say("represent.ended")).spoken());
                            readFromTop();
                        })
                        .handle("represent-end")));
        card.setTestId("representation");
        return card;
    }

    private void done(List<Representation> held) {
        var notice = new Notice(Tone.GOOD, Words.say("represent.done.title"), Words.say("represent.done"))
                .with(new Paragraph(Words.say(
                        "represent.done.recheck", Dates.day(held.getFirst().recheckOn()))))
                .spoken();
        notice.setTestId("represent-receipt");
        start(notice);
        readFromTop();
    }

    private static DataSummary summary(Representation held) {
        return new DataSummary()
                .row(Words.say("represent.evidence"), RepresentationForm.evidence(held.evidence()))
                .row(Words.say("represent.from"), Dates.day(held.from()))
                .row(
                        Words.say("represent.until"),
                        held.lastDay().map(Dates::day).orElse(Words.say("represent.until.none")))
                .row(Words.say("represent.recheck"), Dates.day(held.recheckOn()));
    }
}
