package nl.voorelkaar.portal.workspace.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Optional;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.intake.Onderzoek;
import nl.voorelkaar.dossier.intake.Worries;
import nl.voorelkaar.dossier.intake.Worry;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.WorkspacePaths;
import nl.voorelkaar.portal.workspace.WorkspaceShell;
import nl.voorelkaar.portal.workspace.find.FindDesk;
import nl.voorelkaar.portal.workspace.find.FoundResidents;
import nl.voorelkaar.portal.workspace.find.OwnDossierNotice;
import nl.voorelkaar.portal.workspace.find.OwnDossiers;

/**
 * The desk: a melding for a resident who calls, writes or comes by, and what worried people told. Everything stands on
 * this one page, so that no address ever tells whom it is about.
 */
@Route(value = WorkspacePaths.DESK, layout = WorkspaceShell.class)
@RolesAllowed(SignedIn.PROFESSIONAL)
class DeskView extends Page implements BeforeEnterObserver {

    private final transient SignedIn signedIn;
    private final transient Worries worries;
    private final transient TakingIn takingIn;
    private final transient FindDesk find;
    private final transient OwnDossiers own;
    private final transient Clock clock;

    DeskView(SignedIn signedIn, Worries worries, TakingIn takingIn, FindDesk find, OwnDossiers own, Clock clock) {
        super(Words.say("workspace.desk.title"));
        this.signedIn = signedIn;
        this.worries = worries;
        this.takingIn = takingIn;
        this.find = find;
        this.own = own;
        this.clock = clock;
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
        lead(Words.say("workspace.desk.lead"));
        add(said);
        var columns = new Div(
                waiting(),
                find.toReport(
                        Words.say("workspace.desk.new"),
                        Words.say("workspace.desk.find"),
                        who -> form(who, Optional.empty())));
        columns.addClassName("ve-ws-beside");
        add(columns);
        add(beside(ActionLink.secondary("/" + WorkspacePaths.REPRESENTING, Words.say("represent.title"))
                .handle("represent-go")));
    }

    private Component waiting() {
        var section = new Section(new H2(Words.say("workspace.worry.title")));
        section.addClassName("ve-stack");
        var told = worries.waiting(signedIn.professional());
        if (told.isEmpty()) {
            section.add(new Paragraph(Words.say("workspace.worry.none")));
            return section;
        }
        var list = new UnorderedList();
        list.addClassName("ve-list");
        told.forEach(worry -> list.add(new ListItem(row(worry))));
        section.add(list);
        var more = worries.count(signedIn.professional()) - told.size();
        if (more > 0) {
            section.add(new Paragraph(Words.count("workspace.home.count.worries.older", more)));
        }
        return section;
    }

    private Component row(Worry worry) {
        var moment = Dates.moment(worry.toldAt());
        var row = new Article(
                new H3(Words.say("workspace.worry.of", moment)),
                new Paragraph(worry.text().about()),
                beside(Action.secondary(Words.say("workspace.worry.open"), _ -> open(worry))
                        .heard(moment)
                        .handle("worry-open")));
        row.addClassName("ve-entry");
        row.setTestId("worry");
        return row;
    }

    private void open(Worry worry) {
        clear();
        add(back(), told(worry));
        var columns = new Div(
                find.toReport(
                        Words.say("workspace.worry.link"),
                        Words.say("workspace.desk.find"),
                        who -> form(who, Optional.of(worry))),
                closing(worry));
        columns.addClassName("ve-ws-beside");
        add(columns);
        readFromTop();
    }

    private static Component told(Worry worry) {
        var text = worry.text();
        var unknown = Words.say("workspace.worry.unknown");
        var card = new Card(
                new H2(Words.say("workspace.worry.of", Dates.moment(worry.toldAt()))),
                new DataSummary()
                        .row(Words.say("workspace.worry.about"), said(text.about()))
                        .row(Words.say("workspace.worry.words"), said(text.words()))
                        .row(Words.say("workspace.worry.name"), text.name().orElse(unknown))
                        .row(
                                Words.say("workspace.worry.contact"),
                                text.contact().orElse(unknown)),
                new Paragraph(Words.say(
                        text.nameToTell().isPresent() ? "workspace.worry.named" : "workspace.worry.not-named")));
        card.setTestId("worry-text");
        return card;
    }

    private Component closing(Worry worry) {
        var reason = new TextArea(Words.say("workspace.worry.close.reason"))
                .hint(Words.say("workspace.worry.close.hint"))
                .rows(3)
                .handle("worry-close-reason");
        var errors = new ErrorSummary();
        var form = new Form(
                () -> {
                    var length = reason.getValue()
                            .strip()
                            .codePointCount(0, reason.getValue().strip().length());
                    if (errors.begin()
                            .need(length > 0, reason, Words.say("workspace.worry.close.missing"))
                            .need(length <= Worry.LONGEST_TEXT, reason, Words.say("worry.long", Worry.LONGEST_TEXT))
                            .fine()) {
                        worries.close(signedIn.professional(), worry.id(), reason.getValue());
                        start(new Notice(Tone.GOOD, Words.say("workspace.worry.closed")).spoken());
                        readFromTop();
                    }
                },
                reason,
                new Div(Action.submit(Words.say("workspace.worry.close")).handle("worry-close")));
        return new Card(new H2(Words.say("workspace.worry.close.title")), errors, form);
    }

    private void form(FoundResidents.Found who, Optional<Worry> worry) {
        clear();
        add(back());
        if (own.attemptedBy(signedIn.professional(), who.resident())) {
            add(new OwnDossierNotice());
            return;
        }
        worry.ifPresent(known -> add(told(known)));
        // Of a worry: the same melding whoever links it, and however often.
        var id = new ProcedureId(worry.map(Worry::id).orElseGet(() -> UuidV7.at(clock.instant())));
        add(new MeldingForm(
                worry,
                (melding, address) -> takingIn.file(signedIn.professional(), who.resident(), id, melding, address),
                filed -> done(filed, worry)));
        readFromTop();
    }

    private void done(Onderzoek filed, Optional<Worry> worry) {
        worry.ifPresent(known -> worries.linked(signedIn.professional(), known.id(), filed.id()));
        start(receipt(filed));
        readFromTop();
    }

    private static Component receipt(Onderzoek filed) {
        var notice = new Notice(
                        Tone.GOOD,
                        Words.say("workspace.desk.done.title"),
                        Words.say(
                                "workspace.desk.done",
                                Dates.day(filed.inquiryUntil().lastDay())))
                .with(new Paragraph(
                        Words.say(filed.receiptPosted() ? "workspace.desk.done.letter" : "workspace.desk.done.notice")))
                .spoken();
        notice.with(new Paragraph(Words.say("workspace.desk.number", filed.id().reference())));
        notice.setTestId("desk-receipt");
        return notice;
    }

    private Component back() {
        return beside(Action.quiet(Words.say("workspace.desk.back"), _ -> {
                    start();
                    readFromTop();
                })
                .handle("desk-back"));
    }
}
