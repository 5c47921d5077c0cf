package nl.voorelkaar.portal.workspace.emergency;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Emergencies;
import nl.voorelkaar.consent.Emergency;
import nl.voorelkaar.consent.EmergencyId;
import nl.voorelkaar.consent.EmergencyReason;
import nl.voorelkaar.consent.EmergencyRefused;
import nl.voorelkaar.consent.NewEmergency;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.dossier.Lookups;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.CheckGroup;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Words;

/** Who, why, and the least that is needed. What was typed stays when something is wrong. */
final class EmergencyForm extends Div {

    private final transient Actor.Professional actor;
    private final transient Emergencies emergencies;
    private final transient Lookups lookups;
    private final transient Consumer<Emergency> then;

    /** Made with the form, so that sending twice asks once. */
    private final transient EmergencyId id = new EmergencyId(UUID.randomUUID());

    private final ErrorSummary errors = new ErrorSummary();
    private final TextLine bsn = new TextLine(Words.say("workspace.nood.bsn"))
            .hint(Words.say("workspace.nood.bsn.hint"))
            .autocomplete("off")
            .keyboard("numeric")
            .handle("emergency-bsn");
    private final Choice<EmergencyReason> reason = new Choice<>(
                    Words.say("workspace.nood.reason"),
                    List.of(EmergencyReason.values()),
                    EmergencyReason::name,
                    EmergencyWords::reason)
            .none(Words.say("workspace.nood.reason.choose"))
            .handle("emergency-reason");
    private final Div scope = new Div(new Paragraph(Words.say("workspace.nood.sections.first")));
    private final TextArea text = new TextArea(Words.say("workspace.nood.text"))
            .hint(Words.say("workspace.nood.text.hint"))
            .rows(4)
            .handle("emergency-text");
    private Optional<CheckGroup<Section>> sections = Optional.empty();

    /** @param then goes on with what was asked */
    EmergencyForm(Actor.Professional actor, Emergencies emergencies, Lookups lookups, Consumer<Emergency> then) {
        this.actor = actor;
        this.emergencies = emergencies;
        this.lookups = lookups;
        this.then = then;
        reason.addValueChangeListener(_ -> offer());
        addClassNames("ve-card", "ve-narrow", "ve-stack");
        add(
                errors,
                new Form(
                        this::ask,
                        bsn,
                        reason,
                        scope,
                        text,
                        Action.submit(Words.say("workspace.nood.start")).handle("emergency-start")));
    }

    private void offer() {
        scope.removeAll();
        var chosen = reason.getValue();
        if (chosen == null) {
            sections = Optional.empty();
            scope.add(new Paragraph(Words.say("workspace.nood.sections.first")));
            return;
        }
        var offered = new CheckGroup<Section>(
                Words.say("workspace.nood.sections"),
                People.inOrder(emergencies.sections(chosen)),
                People::section,
                section -> Optional.of(People.about(section)),
                section -> "emergency-section-" + section.code());
        sections = Optional.of(offered);
        var least = new Paragraph(Words.say("workspace.nood.sections.hint"));
        least.addClassName("ve-hint");
        scope.add(offered, least);
    }

    private void ask() {
        var number = number();
        var why = EmergencyWords.typed(text.getValue());
        var chosen = reason.getValue();
        errors.begin()
                .need(number.isPresent(), bsn, Words.say("workspace.nood.bsn.wrong"))
                .need(chosen != null, reason, Words.say("workspace.nood.reason.missing"));
        sections.ifPresent(
                group -> errors.need(!group.getValue().isEmpty(), group, Words.say("workspace.nood.sections.missing")));
        errors.need(why.isPresent(), text, Words.say("workspace.nood.text.wrong"));
        if (!errors.fine() || chosen == null) {
            return;
        }
        try {
            then.accept(lookups.inEmergency(
                    actor,
                    id,
                    number.orElseThrow(),
                    new NewEmergency(chosen, sections.map(CheckGroup::getValue).orElse(Set.of()), why.orElseThrow())));
        } catch (EmergencyRefused refused) {
            errors.begin()
                    .need(false, beside(refused), EmergencyWords.refused(refused))
                    .fine();
        }
    }

    private HasValidation beside(EmergencyRefused refused) {
        return switch (refused.reason()) {
            case NOTHING_CHOSEN, WIDER_THAN_THE_REASON -> reason;
            default -> bsn;
        };
    }

    private Optional<Bsn> number() {
        try {
            return Optional.of(Bsn.of(bsn.getValue().strip()));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
