package nl.voorelkaar.portal.workspace.emergency;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Breach;
import nl.voorelkaar.consent.Emergencies;
import nl.voorelkaar.consent.EmergencyRefused;
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
final class BreachSheet extends Div {

    /** @param then shows it anew */
    BreachSheet(Actor.Professional officer, Emergencies emergencies, Breach breach, Instant now, Runnable then) {
        addClassNames("ve-card", "ve-narrow", "ve-stack");
        setTestId("breach");
        add(
                new H2(Words.say("workspace.nood.breach.title")),
                new Paragraph(Words.say("workspace.nood.breach.known", Dates.moment(breach.knownAt()))));
        breach.closing()
                .ifPresentOrElse(
                        closing -> add(
                                new Notice(
                                        Tone.GOOD,
                                        Words.say(
                                                closing.reported()
                                                        ? "workspace.nood.breach.reported"
                                                        : "workspace.nood.breach.not-reported",
                                                Dates.moment(closing.at()))),
                                ReviewSheet.text(closing.words().text())),
                        () -> add(term(breach, now), close(officer, emergencies, breach, then)));
    }

    static Component term(Breach breach, Instant now) {
        return now.isBefore(breach.reportBefore())
                ? new Notice(Tone.WARN, Words.say("workspace.nood.breach.before", Dates.moment(breach.reportBefore())))
                : new Notice(Tone.BAD, Words.say("workspace.nood.breach.late"));
    }

    private static Component close(Actor.Professional officer, Emergencies emergencies, Breach breach, Runnable then) {
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
                                emergencies.closeBreach(officer, breach.emergency(), chosen, typed.orElseThrow());
                                then.run();
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
