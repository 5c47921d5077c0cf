package nl.voorelkaar.portal.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import java.util.function.Consumer;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.dossier.plan.Household;
import nl.voorelkaar.dossier.plan.Households;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** With whom of the household this plan is made, where each of them is, and what differs between their plans. */
public final class HouseholdBox extends Section {

    private final transient Seat seat;
    private final transient Households households;
    private transient Ondersteuningsplan plan;
    private final transient Consumer<Ondersteuningsplan> moved;
    private final Div problem = new Div();
    private final Div members = new Div();

    /** @param moved hears of a text that was taken over */
    public HouseholdBox(Seat seat, Households households, Ondersteuningsplan plan, Consumer<Ondersteuningsplan> moved) {
        this.seat = seat;
        this.households = households;
        this.plan = plan;
        this.moved = moved;
        addClassName("ve-stack");
        setTestId("household");
        show();
    }

    private void show() {
        removeAll();
        members.addClassName("ve-stack");
        var household = together();
        setVisible(seat.isResident() || household.isPresent());
        add(new H2(Words.say("plan.household")), members);
        if (seat.isResident()) {
            add(inviting(household));
        }
    }

    /** The plan was changed, here or elsewhere: what differs is told anew. */
    public void update(Ondersteuningsplan now) {
        if (now.textStep() != plan.textStep() || now.state() != plan.state()) {
            plan = now;
            together();
        }
    }

    private Optional<Household> together() {
        var household = households.of(seat.actor().get(), seat.resident(), plan.id());
        members.removeAll();
        problem.removeAll();
        household.ifPresent(this::together);
        return household;
    }

    private void together(Household household) {
        var list = new UnorderedList();
        list.addClassName("ve-list");
        household.members().forEach(member -> list.add(new ListItem(row(member))));
        members.add(new Paragraph(Words.say("plan.household.lead")), list, problem);
        household.others().stream()
                .filter(member -> member.shared()
                        .filter(shared -> !shared.text().equals(plan.content().ofTheHousehold()))
                        .isPresent())
                .forEach(member -> members.add(differs(member)));
    }

    private Component row(Household.Member member) {
        var self = member.self() && seat.isResident();
        var name = new Span(self ? Words.say("plan.household.you", member.name()) : member.name());
        var state = member.left().isPresent()
                ? new Badge(Tone.QUIET, Words.say("plan.household.left"))
                : new Badge(PlanWords.tone(member.state()), PlanWords.state(member.state()));
        var row = new Div(name, state);
        row.addClassName("ve-row-apart");
        row.setTestId("household-member");
        return row;
    }

    private Component differs(Household.Member member) {
        var shared = member.shared().orElseThrow();
        var card = new Card(
                new H3(Words.say("plan.household.differs", member.name())),
                new Paragraph(Words.say("plan.household.differs.what", Dates.moment(shared.at()))),
                VersionsSheet.difference(plan.content().ofTheHousehold(), shared.text()));
        if (seat.may(plan, (now, by, when) -> now.takeOver(by, shared.text(), now.textStep()))) {
            var take = new Div(Action.secondary(Words.say("plan.household.take"), _ -> takeOver(shared))
                    .heard(member.name())
                    .handle("household-take"));
            take.addClassName("ve-no-print");
            card.add(take);
        }
        card.setTestId("household-differs");
        return card;
    }

    private void takeOver(Household.Shared shared) {
        try {
            moved.accept(seat.plans()
                    .take(
                            seat.step(plan.id(), Seat.newStep()),
                            "household-take",
                            (now, by, when) -> now.takeOver(by, shared.text(), plan.textStep())));
        } catch (StepRefused refused) {
            problem.removeAll();
            problem.add(new Notice(Tone.BAD, PlanWords.refused(refused)).spoken());
        }
    }

    private Component inviting(Optional<Household> household) {
        var code = new Div();
        code.addClassName("ve-stack");
        var more = new Div(
                new Paragraph(Words.say("plan.household.invite.what")),
                new Paragraph(Words.say("plan.household.invite.sees")),
                Action.secondary(Words.say("plan.household.invite.code"), _ -> code(code))
                        .handle("household-invite"),
                code);
        more.addClassName("ve-stack");
        household
                .filter(there -> there.members().stream()
                        .anyMatch(member -> member.self() && member.left().isEmpty()))
                .filter(there -> !there.alone())
                .ifPresent(_ -> more.add(leaving()));
        var details = new NativeDetails(Words.say("plan.household.invite"), more);
        details.addClassName("ve-no-print");
        return details;
    }

    private void code(Div where) {
        if (!(seat.actor().get() instanceof Actor.Resident self)) {
            return;
        }
        var made = households.invite(self, seat.find(plan.id()));
        var text = new Paragraph(made.text());
        text.addClassName("ve-code");
        text.setTestId("household-code");
        where.removeAll();
        where.add(text, new Paragraph(Words.say("plan.household.code.until", Dates.moment(made.expiresAt()))));
        where.getElement().setAttribute("role", "status");
    }

    private Component leaving() {
        var row = new Div();
        row.addClassName("ve-stack");
        row.add(Action.quiet(Words.say("plan.household.leave"), _ -> {
                    row.removeAll();
                    row.add(
                            new Paragraph(Words.say("plan.household.leave.sure")),
                            Action.danger(Words.say("plan.household.leave.yes"), _ -> {
                                        if (seat.actor().get() instanceof Actor.Resident self) {
                                            households.leave(self, plan.id());
                                            show();
                                        }
                                    })
                                    .handle("household-leave-confirm"));
                })
                .handle("household-leave"));
        return row;
    }
}
