package nl.voorelkaar.portal.resident.carer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.About;
import nl.voorelkaar.dossier.complaint.ComplaintEvent.Whom;
import nl.voorelkaar.dossier.complaint.Complaints;
import nl.voorelkaar.dossier.complaint.Klacht;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.DataSummary;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/**
 * Complaining in a resident's name, and following it. Adding to it, talking about it and taking it back are the
 * resident's.
 */
@Route(value = "namens/:mandate/klacht", layout = CarerShell.class)
@PermitAll
class CarerComplaintPage extends CarerPage {

    private static final int LONGEST_LINE = 500;

    private final transient Complaints complaints;
    private final transient Clock clock;

    CarerComplaintPage(Capacities capacities, Complaints complaints, Clock clock) {
        super(capacities);
        this.complaints = complaints;
        this.clock = clock;
    }

    @Override
    void show(Namens namens, BeforeEnterEvent event) {
        show(namens);
    }

    private void show(Namens namens, Component... said) {
        var all = complaints.of(namens.actor().get(), namens.resident());
        empty();
        above(namens);
        title(Words.say("namens.complaint.of", namens.name()));
        lead(Words.say("namens.complaint.lead", namens.name()));
        add(said);
        add(new Complaining(namens));
        if (!all.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("ve-list");
            all.forEach(one -> list.add(new ListItem(card(one))));
            add(part(Words.say("namens.complaint.all"), list));
        }
    }

    private static Component card(Klacht one) {
        var badge = new Badge(Tone.INFO, Words.say("namens.complaint.state." + code(one.state())));
        badge.setTestId("complaint-state");
        var head = new Div(new H2(Words.say("namens.complaint.one", Dates.shortDay(one.receivedOn()))), badge);
        head.addClassName("ve-row-apart");
        var facts =
                new DataSummary().row(Words.say("klacht.what"), said(one.filed().what()));
        one.through().map(Author.Carer::name).ifPresent(name -> facts.row(Words.say("namens.by"), name));
        if (one.state().open()) {
            facts.row(Words.say("namens.complaint.until"), Dates.day(one.term().lastDay()));
        }
        one.settlement()
                .ifPresent(settled -> facts.row(Words.say("namens.complaint.outcome"), said(settled.conclusions())));
        return new Card(head, facts).handle("complaint");
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    /** The form, and what it says looked through once more. */
    private final class Complaining extends Div {

        private final transient Namens namens;
        private final transient ProcedureId id = new ProcedureId(UuidV7.at(clock.instant()));
        private final ErrorSummary errors = new ErrorSummary();
        private final Choice<Whom> about = new Choice<>(
                        Words.say("namens.complaint.about"),
                        List.of(Whom.values()),
                        CarerComplaintPage::code,
                        one -> Words.say("namens.complaint.about." + code(one)))
                .none(Words.say("klacht.about.choose"))
                .handle("complaint-about");
        private final TextLine name = keeps(new TextLine(Words.say("klacht.name"))
                .hint(Words.say("namens.complaint.name.hint"))
                .optional()
                .handle("complaint-name"));
        private final TextArea what = keeps(new TextArea(Words.say("klacht.what"))
                .rows(6)
                .counted(Klacht.LONGEST_TEXT)
                .handle("complaint-what"));
        private final TextArea wish = keeps(new TextArea(Words.say("namens.complaint.wish"))
                .optional()
                .rows(3)
                .handle("complaint-wish"));

        Complaining(Namens namens) {
            this.namens = namens;
            addClassNames("ve-card", "ve-stack", "ve-narrow");
            about.setValue(null);
            ask();
        }

        private void ask() {
            removeAll();
            add(
                    new H2(Words.say("namens.complaint.new")),
                    errors,
                    new Form(
                            this::check,
                            about,
                            name,
                            what,
                            wish,
                            row(Action.submit(Words.say("namens.check")).handle("complaint-check"))));
        }

        private void check() {
            var whom = about.getValue();
            if (!errors.begin()
                            .need(whom != null, about, Words.say("namens.complaint.about.missing"))
                            .need(
                                    whom == null
                                            || whom == Whom.MUNICIPALITY
                                            || !name.getValue().isBlank(),
                                    name,
                                    Words.say("klacht.name.missing"))
                            .need(name.getValue().length() <= LONGEST_LINE, name, Words.say("klacht.line.long"))
                            .need(!what.getValue().isBlank(), what, Words.say("klacht.what.missing"))
                            .need(
                                    what.getValue().length() <= Klacht.LONGEST_TEXT,
                                    what,
                                    Words.say("refused.complaint.too-long"))
                            .need(
                                    wish.getValue().length() <= Klacht.LONGEST_TEXT,
                                    wish,
                                    Words.say("refused.complaint.too-long"))
                            .fine()
                    || whom == null) {
                return;
            }
            removeAll();
            var facts = new DataSummary()
                    .row(Words.say("namens.complaint.about"), Words.say("namens.complaint.about." + code(whom)));
            named(whom).ifPresent(typed -> facts.row(Words.say("klacht.name"), typed));
            facts.row(Words.say("klacht.what"), said(what.getValue().strip()));
            if (!wish.getValue().isBlank()) {
                facts.row(
                        Words.say("namens.complaint.wish"), said(wish.getValue().strip()));
            }
            add(
                    new H2(Words.say("namens.sure")),
                    facts,
                    new Paragraph(Words.say("namens.complaint.check", namens.name())),
                    row(
                            Action.primary(Words.say("namens.send.for", namens.name()), _ -> act(() -> send(whom)))
                                    .handle("complaint-send"),
                            Action.quiet(Words.say("namens.change"), _ -> ask())));
        }

        private Optional<String> named(Whom whom) {
            return Optional.of(name.getValue().strip()).filter(typed -> whom != Whom.MUNICIPALITY && !typed.isEmpty());
        }

        private void send(Whom whom) {
            var filed = complaints.file(
                    namens.actor().get(),
                    id,
                    new StepId(id.value()),
                    new Klacht.Filing(
                            new About(whom, Optional.empty(), named(whom)), what.getValue(), "", wish.getValue()));
            show(
                    namens,
                    done(
                            "complaint-receipt",
                            Words.say(
                                    "namens.complaint.done",
                                    namens.name(),
                                    Dates.day(filed.term().lastDay()))));
            readFromTop();
        }
    }
}
