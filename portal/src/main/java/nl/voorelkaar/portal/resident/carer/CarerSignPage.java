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
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.plan.Ondersteuningsplan;
import nl.voorelkaar.dossier.plan.Plans;
import nl.voorelkaar.dossier.plan.PreparedSignature;
import nl.voorelkaar.dossier.plan.PreparedSignatures;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.EmptyState;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** Making a signature ready, for who may: the resident signs. Whoever may not, reads why. */
@Route(value = "namens/:mandate/plan/ondertekenen", layout = CarerShell.class)
@PermitAll
class CarerSignPage extends CarerPage {

    private final transient Plans plans;
    private final transient PreparedSignatures prepared;
    private final transient Clock clock;

    CarerSignPage(Capacities capacities, Plans plans, PreparedSignatures prepared, Clock clock) {
        super(capacities);
        this.plans = plans;
        this.prepared = prepared;
        this.clock = clock;
    }

    @Override
    void show(Namens namens, BeforeEnterEvent event) {
        if (namens.may(MandateScope.ONDERTEKENEN)) {
            show(namens);
        } else {
            refused(namens);
        }
    }

    private void refused(Namens namens) {
        above(namens);
        title(Words.say("namens.sign.refused.title"));
        var said = new Notice(Tone.WARN, Words.say("namens.sign.refused", namens.name()));
        said.setTestId("acting-refused");
        add(said, row(ActionLink.primary(namens.path(Part.PLAN.path()), Words.say("namens.plan.back"))));
    }

    private void show(Namens namens, Component... said) {
        var actor = namens.actor().get();
        var plan = plans.of(actor, namens.resident()).stream().findFirst();
        var mine = prepared.of(actor).stream()
                .filter(one -> one.by()
                        .filter(by -> by.person().equals(actor.person()))
                        .isPresent())
                .toList();
        empty();
        trail(
                new Crumb(namens.path(""), namens.name()),
                new Crumb(namens.path(Part.PLAN.path()), Words.say("namens.plan")));
        title(Words.say("namens.sign.prepare.title", namens.name()));
        lead(Words.say("namens.sign.prepare.lead", namens.name()));
        add(said);
        var act = plan.flatMap(CarerSignPage::possible);
        if (act.isEmpty()) {
            add(new EmptyState(Words.say("namens.sign.nothing"), Words.say("namens.sign.nothing.why")));
        } else {
            add(preparing(namens, plan.orElseThrow(), act.get()));
        }
        if (!mine.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("ve-list");
            mine.forEach(one -> list.add(new ListItem(card(namens, one))));
            add(part(Words.say("namens.prepared"), list));
        }
    }

    private static Optional<PreparedSignature.Act> possible(Ondersteuningsplan plan) {
        return List.of(PreparedSignature.Act.values()).stream()
                .filter(act -> PreparedSignature.fits(act, plan))
                .findFirst();
    }

    private Component preparing(Namens namens, Ondersteuningsplan plan, PreparedSignature.Act act) {
        var id = new ProcedureId(UuidV7.at(clock.instant()));
        var note = keeps(new TextArea(Words.say("namens.sign.note", namens.name()))
                .optional()
                .rows(3)
                .handle("sign-note"));
        var key = "namens.sign.prepare." + code(act);
        var box = new Div(
                new H2(Words.say(key)),
                new Paragraph(Words.say(
                        key + ".what",
                        namens.name(),
                        plan.version().map(version -> version.number()).orElse(0))),
                writing(note, Action.submit(Words.say("namens.objection.save")).handle("act-prepare"), () -> {
                    var waiting = prepared.prepare(
                            namens.actor().get(), plan.id(), act, note.getValue(), id, new StepId(id.value()));
                    show(
                            namens,
                            done(
                                    "act-prepared",
                                    Words.say(
                                            "namens.sign.waits",
                                            namens.name(),
                                            Dates.day(Dates.lastDay(waiting.until())))));
                    readFromTop();
                }));
        box.addClassNames("ve-card", "ve-stack", "ve-narrow");
        return box;
    }

    private static Component card(Namens namens, PreparedSignature one) {
        return new Card(
                        new H2(Words.say("namens.prepared." + code(one.act()))),
                        new Paragraph(Words.say(
                                "namens.prepared." + code(one.state()),
                                namens.name(),
                                Dates.day(Dates.lastDay(one.until())))))
                .handle("act-pending");
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
