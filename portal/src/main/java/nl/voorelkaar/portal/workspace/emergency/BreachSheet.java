package nl.voorelkaar.portal.workspace.emergency;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.Breach;
import nl.voorelkaar.consent.EmergencyRefused;
import nl.voorelkaar.consent.Justification;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Radios;
import nl.voorelkaar.portal.ui.TextArea;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** A breach: until when it must be reported, and what was done. */
public final class BreachSheet extends Div {

    /** Says whether it was reported, and why, and shows what came of it. */
    @FunctionalInterface
    public interface Closing {
        void with(boolean reported, Justification words);
    }

    public BreachSheet(
            Instant knownAt, Instant reportBefore, Optional<Breach.Closing> closed, Instant now, Closing close) {
        addClassNames("ve-card", "ve-narrow", "ve-stack");
        setTestId("breach");
        add(
                new H2(Words.say("workspace.nood.breach.title")),
                new Paragraph(Words.say("workspace.nood.breach.known", Dates.moment(knownAt))));
        closed.ifPresentOrElse(
                closing -> add(
                        new Notice(
                                Tone.GOOD,
                                Words.say(
                                        closing.reported()
                                                ? "workspace.nood.breach.reported"
                                                : "workspace.nood.breach.not-reported",
                                        Dates.moment(closing.at()))),
                        ReviewSheet.text(closing.words().text())),
                () -> add(term(reportBefore, now), form(close)));
    }

    static Component term(Instant reportBefore, Instant now) {
        return now.isBefore(reportBefore)
                ? new Notice(Tone.WARN, Words.say("workspace.nood.breach.before", Dates.moment(reportBefore)))
                : new Notice(Tone.BAD, Words.say("workspace.nood.breach.late"));
    }

    private static Component form(Closing close) {
        var errors = new ErrorSummary();
        var reported = new Radios<>(
                Words.say("workspace.nood.breach.report"),
                List.of(true, false),
                yes -> Words.say(yes ? "workspace.nood.breach.report.yes" : "workspace.nood.breach.report.no"),
                _ -> Optional.empty(),
                yes -> yes ? "breach-reported" : "breach-not-reported");
        var words =
                new TextArea(Words.say("workspace.nood.breach.words")).rows(4).handle("breach-words");
        return new Div(
                errors,
                new Form(
                        () -> {
                            var typed = EmergencyWords.typed(words.getValue());
                            var chosen = reported.getValue();
                            if (!errors.begin()
                                            .need(
                                                    chosen != null,
                                                    reported,
                                                    Words.say("workspace.nood.breach.report.missing"))
                                            .need(typed.isPresent(), words, Words.say("workspace.nood.text.wrong"))
                                            .fine()
                                    || chosen == null) {
                                return;
                            }
                            try {
                                close.with(chosen, typed.orElseThrow());
                            } catch (EmergencyRefused refused) {
                                errors.begin()
                                        .need(false, words, EmergencyWords.refused(refused))
                                        .fine();
                            }
                        },
                        reported,
                        words,
                        Action.submit(Words.say("workspace.nood.breach.do")).handle("breach-close")));
    }
}
