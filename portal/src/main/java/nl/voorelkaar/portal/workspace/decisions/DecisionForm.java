package nl.voorelkaar.portal.workspace.decisions;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.Paragraph;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import nl.voorelkaar.dossier.decision.Aanvraag;
import nl.voorelkaar.dossier.decision.DecisionText;
import nl.voorelkaar.dossier.decision.Provision;
import nl.voorelkaar.dossier.decision.Result;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Choice;
import nl.voorelkaar.portal.ui.DayField;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.TextLine;
import nl.voorelkaar.portal.ui.Words;

/** Writing a decision. May be kept unfinished; what it must still say is told beside it. */
final class DecisionForm extends Div {

    private final ErrorSummary errors = new ErrorSummary();
    private final Choice<Result> result = new Choice<>(
                    Words.say("workspace.draft.result"),
                    List.of(Result.values()),
                    Enum::name,
                    one -> Words.say("workspace.result." + code(one)))
            .handle("draft-result");
    private final TextArea inShort = new TextArea(Words.say("workspace.draft.short"))
            .hint(Words.say("workspace.draft.short.hint"))
            .rows(3)
            .handle("draft-short");
    private final TextArea reasons = new TextArea(Words.say("workspace.draft.reasons"))
            .hint(Words.say("workspace.draft.reasons.hint"))
            .rows(8)
            .handle("draft-reasons");
    private final TextLine articles = new TextLine(Words.say("workspace.draft.articles")).handle("draft-articles");
    private final TextLine contribution = new TextLine(Words.say("workspace.draft.contribution"))
            .hint(Words.say("workspace.draft.contribution.hint"))
            .optional()
            .handle("draft-contribution");
    private final TextLine contact = new TextLine(Words.say("workspace.draft.contact"))
            .hint(Words.say("workspace.draft.contact.hint"))
            .handle("draft-contact");
    private final Div provisions = new Div();
    private final List<Part> parts = new ArrayList<>();

    DecisionForm(Optional<DecisionText> begun, Consumer<DecisionText> keep) {
        addClassName("ve-stack");
        provisions.addClassName("ve-stack");
        var more = Action.secondary(Words.say("workspace.draft.more"), _ -> add(Optional.empty()))
                .icon(Icon.Shape.PLUS)
                .handle("provision-add");
        result.setValue(Result.TOEGEKEND);
        begun.ifPresent(text -> {
            result.setValue(text.result());
            inShort.setValue(text.inShort());
            reasons.setValue(text.reasons());
            articles.setValue(text.articles());
            contribution.setValue(text.contribution());
            contact.setValue(text.contact());
            text.provisions().forEach(provision -> add(Optional.of(provision)));
        });
        add(
                errors,
                new Form(
                        () -> read().ifPresent(keep),
                        result,
                        inShort,
                        reasons,
                        new Div(new Paragraph(Words.say("workspace.draft.provisions")), provisions, more),
                        contribution,
                        articles,
                        contact,
                        new Div(Action.submit(Words.say("workspace.draft.keep")).handle("draft-keep"))));
    }

    /** What a decision begins with: the usual words, to be changed. */
    static DecisionText template(Aanvraag aanvraag, String decider) {
        return new DecisionText(
                aanvraag.supplyLapsed() ? Result.BUITEN_BEHANDELING : Result.TOEGEKEND,
                "",
                "",
                Words.say(Words.DUTCH, "workspace.draft.articles." + code(aanvraag.law())),
                List.of(),
                "",
                Words.say(Words.DUTCH, "workspace.draft.contact.usual", decider));
    }

    private void add(Optional<Provision> provision) {
        var part = new Part(provision);
        parts.add(part);
        provisions.add(part);
    }

    private Optional<DecisionText> read() {
        errors.begin();
        for (var part : parts) {
            errors.need(part.amountFits(), part.euro, Words.say("workspace.provision.euro.wrong"));
        }
        var chosen = result.getValue();
        errors.need(chosen != null, result, Words.say("workspace.draft.result.missing"));
        if (!errors.fine() || chosen == null) {
            return Optional.empty();
        }
        return Optional.of(new DecisionText(
                chosen,
                inShort.getValue().strip(),
                reasons.getValue().strip(),
                articles.getValue().strip(),
                parts.stream()
                        .filter(part -> part.getParent().isPresent())
                        .map(Part::read)
                        .toList(),
                contribution.getValue().strip(),
                contact.getValue().strip()));
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** One thing that is granted. */
    private static final class Part extends FieldSet {

        private final Choice<Provision.Form> form = new Choice<>(
                        Words.say("workspace.provision.form"),
                        List.of(Provision.Form.values()),
                        Enum::name,
                        one -> Words.say("workspace.provision.form." + code(one)))
                .handle("provision-form");
        private final TextLine what = new TextLine(Words.say("workspace.provision.what")).handle("provision-what");
        private final DayField from = new DayField(Words.say("workspace.provision.from")).handle("provision-from");
        private final DayField until = new DayField(Words.say("workspace.provision.until")).handle("provision-until");
        private final TextLine provider =
                new TextLine(Words.say("workspace.provision.provider")).handle("provision-provider");
        private final TextLine euro = new TextLine(Words.say("workspace.provision.euro"))
                .keyboard("decimal")
                .handle("provision-euro");
        private final TextLine conditions =
                new TextLine(Words.say("workspace.provision.conditions")).handle("provision-conditions");

        Part(Optional<Provision> provision) {
            super(Words.say("workspace.provision"));
            addClassNames("ve-stack", "ve-card");
            form.setValue(provision.map(Provision::form).orElse(Provision.Form.ZIN));
            what.setValue(provision.map(Provision::what).orElse(""));
            from.setValue(provision.flatMap(Provision::from).orElse(null));
            until.setValue(provision.flatMap(Provision::until).orElse(null));
            provider.setValue(provision.map(Provision::provider).orElse(""));
            euro.setValue(provision
                    .flatMap(Provision::euro)
                    .map(BigDecimal::toPlainString)
                    .orElse(""));
            conditions.setValue(provision.map(Provision::conditions).orElse(""));
            form.addValueChangeListener(_ -> fit());
            fit();
            add(
                    form,
                    what,
                    from,
                    until,
                    provider,
                    euro,
                    conditions,
                    new Div(Action.quiet(Words.say("workspace.provision.remove"), _ -> removeFromParent())
                            .handle("provision-remove")));
        }

        private void fit() {
            var budget = form.getValue() == Provision.Form.PGB;
            provider.setVisible(!budget);
            euro.setVisible(budget);
            conditions.setVisible(budget);
        }

        boolean amountFits() {
            return getParent().isEmpty() || euro.getValue().isBlank() || amount().isPresent();
        }

        private Optional<BigDecimal> amount() {
            try {
                var plain = euro.getValue().strip().replace(",", ".");
                return Optional.of(new BigDecimal(plain))
                        .filter(amount -> amount.scale() <= 2 && amount.precision() <= 12);
            } catch (NumberFormatException notANumber) {
                return Optional.empty();
            }
        }

        Provision read() {
            var chosen = form.getValue() == null ? Provision.Form.ZIN : form.getValue();
            var budget = chosen == Provision.Form.PGB;
            return new Provision(
                    what.getValue().strip(),
                    chosen,
                    Optional.ofNullable(from.getValue()),
                    Optional.ofNullable(until.getValue()),
                    budget ? "" : provider.getValue().strip(),
                    budget ? amount() : Optional.empty(),
                    budget ? conditions.getValue().strip() : "");
        }
    }
}
