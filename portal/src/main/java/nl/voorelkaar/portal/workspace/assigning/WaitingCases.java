package nl.voorelkaar.portal.workspace.assigning;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.procedure.CaseDesk;
import nl.voorelkaar.dossier.procedure.HandedBack;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Toast;
import nl.voorelkaar.portal.ui.Words;
import nl.voorelkaar.portal.workspace.cases.CaseList;
import nl.voorelkaar.portal.workspace.cases.CaseWords;
import nl.voorelkaar.portal.workspace.cases.HandingBack;

/** Procedures that wait for somebody to handle them, without what is in them and without whose they are. */
final class WaitingCases extends Section {

    /** How long access by law lasts for a case that is given from here; it can be ended sooner, and given again. */
    private static final int MONTHS = 6;

    private final transient SignedIn signedIn;
    private final transient CaseDesk desk;
    private final transient Parties parties;
    private final transient Clock clock;

    WaitingCases(SignedIn signedIn, CaseDesk desk, Parties parties, Clock clock) {
        this.signedIn = signedIn;
        this.desk = desk;
        this.parties = parties;
        this.clock = clock;
        addClassName("ve-stack");
        show();
    }

    private void show() {
        removeAll();
        add(new H2(Words.say("workspace.waiting.title")));
        // What is only prepared was not received yet: the resident may still cancel it.
        var waiting = desk.waiting(signedIn.professional()).stream()
                .filter(head -> !head.state().equals(Aanvraag.State.KLAARGEZET.name()))
                .toList();
        if (waiting.isEmpty()) {
            add(new Paragraph(Words.say("workspace.waiting.none")));
            return;
        }
        var lead = new Paragraph(Words.say("workspace.waiting.lead"));
        lead.addClassName("ve-soft");
        var colleagues = parties.colleagues(signedIn.professional());
        var today = CalendarDays.dayOf(clock.instant());
        var list = new UnorderedList();
        list.addClassName("ve-list");
        waiting.forEach(head -> list.add(new ListItem(row(head, colleagues, today))));
        add(lead, list);
    }

    private Article row(ProcedureHead head, List<Party> colleagues, LocalDate today) {
        var title = Words.say("workspace.waiting.row", CaseWords.what(head), Dates.moment(head.startedAt()));
        var card = new Article(new H3(title));
        card.addClassName("ve-entry");
        card.setTestId("waiting-case");
        card.getElement()
                .setAttribute(
                        "data-kind",
                        head.kind().name().toLowerCase(Locale.ROOT) + (head.waitsForDecider() ? "-decide" : ""));
        CaseWords.anyDue(head, today).map(CaseList::time).ifPresent(card::add);
        card.add(CaseList.number(head));
        if (head.waitsForDecider()) {
            card.add(new Paragraph(Words.say("workspace.waiting.decider")));
        }
        head.handedBack().ifPresent(back -> card.add(handedBack(back, colleagues)));
        var able = colleagues.stream()
                .filter(party -> desk.fits(head, party.role()))
                .filter(party -> !head.excluded().contains(party.id()))
                .filter(party -> !head.handler().equals(Optional.of(party.id())))
                .filter(party -> head.handedBack()
                        .filter(back -> back.by().equals(party.id()))
                        .isEmpty())
                .toList();
        if (able.isEmpty()) {
            card.add(new Paragraph(Words.say("workspace.waiting.nobody")));
        } else {
            giving(head, title, able, today, card);
        }
        return card;
    }

    private static Paragraph handedBack(HandedBack back, List<Party> colleagues) {
        var name = colleagues.stream()
                .filter(party -> party.id().equals(back.by()))
                .map(Party::name)
                .findFirst()
                .orElse(Words.say("workspace.waiting.colleague"));
        var words = new Paragraph(Words.say("workspace.waiting.back", name, HandingBack.say(back.why())));
        words.setTestId("handed-back");
        return words;
    }

    private void giving(ProcedureHead head, String title, List<Party> able, LocalDate today, Article card) {
        var errors = new ErrorSummary();
        var to = new Choice<Party>(
                        Words.say("workspace.assign.to"),
                        able,
                        party -> party.id().toString(),
                        party -> Words.say("workspace.assign.row", party.name(), People.role(party.role())))
                .none(Words.say("workspace.assign.to.choose"))
                .handle("waiting-to");
        to.setValue(null);
        var form = new Form(
                () -> {
                    var party = to.getValue();
                    if (errors.begin()
                                    .need(party != null, to, Words.say("workspace.assign.error.to"))
                                    .fine()
                            && party != null) {
                        give(head, party, today, errors, to);
                    }
                },
                to,
                new Div(Action.submit(Words.say("workspace.waiting.give"))
                        .heard(title)
                        .handle("waiting-give")));
        card.add(errors, form);
    }

    private void give(ProcedureHead head, Party party, LocalDate today, ErrorSummary errors, Choice<Party> to) {
        try {
            desk.give(signedIn.professional(), head, party.id(), today.plusMonths(MONTHS));
            show();
            Toast.show(Words.say("workspace.waiting.given", party.name()));
        } catch (AccessRefused refused) {
            errors.begin()
                    .need(false, to, Words.say("workspace.waiting.refused"))
                    .fine();
        } catch (ConsentRefused refused) {
            var byName = refused.reason() == ConsentRefused.Reason.REFUSED_BY_NAME;
            errors.begin()
                    .need(
                            false,
                            to,
                            Words.say(byName ? "handover.refused.refused_by_name" : "workspace.waiting.refused"))
                    .fine();
        } catch (StepRefused refused) {
            errors.begin().need(false, to, Words.why(refused)).fine();
        }
    }
}
