package nl.voorelkaar.portal.open;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.dossier.deadline.BadFacts;
import nl.voorelkaar.dossier.deadline.Deadline;
import nl.voorelkaar.dossier.deadline.DeadlineWords;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Facts;
import nl.voorelkaar.dossier.deadline.PenaltyFacts;
import nl.voorelkaar.dossier.deadline.PenaltyOutcome;
import nl.voorelkaar.dossier.deadline.Rule;
import nl.voorelkaar.dossier.deadline.Step;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.ui.Action;
import nl.voorelkaar.portal.ui.Card;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.DeadlineSteps;
import nl.voorelkaar.portal.ui.ErrorSummary;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Page;
import nl.voorelkaar.portal.ui.Prose;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/**
 * The calculator for everybody. Its address says everything that was filled in, so that an outcome can be kept, sent
 * and printed.
 */
@Route(value = "termijnen", layout = OpenShell.class)
@AnonymousAllowed
class TermsView extends Page implements BeforeEnterObserver {

    static final String PATH = "/termijnen";

    /** What people look for, under the question that they have. Terms in hours are for machines only. */
    private static final Map<String, List<Rule>> SHELVES = shelves();

    private final Deadlines deadlines;
    private final HouseSettings settings;
    private final Clock clock;

    TermsView(Deadlines deadlines, HouseSettings settings, Clock clock) {
        this.deadlines = deadlines;
        this.settings = settings;
        this.clock = clock;
    }

    private static Map<String, List<Rule>> shelves() {
        var shelves = new LinkedHashMap<String, List<Rule>>();
        shelves.put(
                "you",
                List.of(
                        Rule.OBJECTION,
                        Rule.APPEAL,
                        Rule.POST,
                        Rule.OWN_PLAN,
                        Rule.COOLING_OFF,
                        Rule.HEARING_PAPERS,
                        Rule.OMBUDSMAN,
                        Rule.OTHER));
        shelves.put(
                "we",
                List.of(
                        Rule.INQUIRY,
                        Rule.WMO_DECISION,
                        Rule.DECISION_8_WEEKS,
                        Rule.NOT_PROCESSED,
                        Rule.DECISION_ON_OBJECTION,
                        Rule.HEARING_FILE,
                        Rule.COMPLAINT,
                        Rule.COMPLAINT_REFUSED,
                        Rule.ACCESS,
                        Rule.ERASURE));
        shelves.put("late", List.of(Rule.DEFAULT_NOTICE, Rule.PENALTY_DECISION, Rule.NO_DECISION_APPEAL));
        shelves.put("keep", List.of(Rule.KEEP_WMO, Rule.KEEP_YOUTH, Rule.KEEP_SAFE_HOME, Rule.KEEP_PAYMENTS));
        return shelves;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        var asked = event.getLocation().getQueryParameters().getParameters();
        var code = asked.getOrDefault("regel", List.of()).stream().findFirst();
        var rule = code.flatMap(Rule::of).filter(known -> !known.timed());
        if (rule.isPresent()) {
            calculator(rule.get(), asked);
        } else {
            shelves(code);
        }
    }

    private void shelves(Optional<String> unknown) {
        title(Words.say("terms.title"));
        trail();
        lead(Words.say("terms.lead"));
        if (unknown.isPresent()) {
            add(new Notice(Tone.WARN, Words.say("terms.problem.unknown-rule")));
        }
        SHELVES.forEach((name, rules) -> {
            var list = new UnorderedList();
            list.addClassName("ve-tiles");
            for (var rule : rules) {
                var words = new Span(Words.say("terms.rule." + rule.code()));
                words.addClassName("ve-tile-name");
                var tile = new Anchor(PATH + "?regel=" + rule.code(), words);
                tile.addClassName("ve-tile");
                list.add(new ListItem(tile));
            }
            add(section(new H2(Words.say("terms.shelf." + name)), list));
        });
    }

    private void calculator(Rule rule, Map<String, List<String>> asked) {
        title(Words.say("terms.rule." + rule.code()));
        trail(new Crumb(PATH, Words.say("terms.title")));
        lead(Words.say("terms.about." + rule.code()));
        var questions = new TermQuestions(rule, deadlines.policy());
        var errors = new ErrorSummary();
        var filled = questions.known(asked);
        questions.fill(filled);
        var answered = false;
        if (filled.size() > 1) {
            try {
                add(outcome(filled));
                answered = true;
            } catch (BadFacts bad) {
                questions.show(bad, errors.begin());
            }
        }
        if (answered) {
            add(kept(filled));
        }
        var form = new Form(() -> submit(questions, errors), questions.fields());
        form.add(Action.submit(Words.say("terms.submit")).handle("term-submit"));
        var part = section(new H2(Words.say(answered ? "terms.again" : "terms.ask")), errors, form);
        part.addClassName("ve-no-print");
        add(part);
    }

    private void submit(TermQuestions questions, ErrorSummary errors) {
        var filled = questions.filled();
        errors.begin();
        try {
            read(filled);
            UI.getCurrent().navigate(PATH.substring(1), new QueryParameters(filled));
        } catch (BadFacts bad) {
            questions.show(bad, errors);
        }
    }

    private static Object read(Map<String, List<String>> filled) {
        return Terms.isPenalty(filled) ? PenaltyFacts.read(filled) : Facts.read(filled);
    }

    private Component outcome(Map<String, List<String>> filled) {
        return switch (read(filled)) {
            case PenaltyFacts facts -> ofPenalty(facts, deadlines.of(facts, CalendarDays.dayOf(clock.instant())));
            case Facts facts -> ofTerm(deadlines.of(facts));
            default -> throw new IllegalStateException("neither a term nor a penalty");
        };
    }

    private static Component ofTerm(Deadline deadline) {
        var words = new DeadlineWords(Words.locale());
        var card = new Card(new H2(Words.say(deadline.standsStill() ? "terms.outcome.still" : "terms.outcome")))
                .tone(Tone.WARM)
                .handle("term-outcome");
        if (!deadline.standsStill()) {
            card.add(big(Dates.day(deadline.lastDay())));
            card.add(new Paragraph(words.of(last(deadline))));
            if (!deadline.target().equals(deadline.lastDay())) {
                card.add(new Paragraph(Words.say("terms.target", Dates.day(deadline.target()))));
            }
        } else {
            card.add(new Paragraph(Words.say("terms.still")));
        }
        return section(card, new H2(Words.say("terms.steps")), new DeadlineSteps(deadline));
    }

    private static Step last(Deadline deadline) {
        return deadline.steps().stream()
                .filter(step -> step.kind() == Step.Kind.LAST)
                .findFirst()
                .orElseThrow();
    }

    private static Component ofPenalty(PenaltyFacts facts, PenaltyOutcome outcome) {
        var open = facts.decided() == null && facts.days() == null;
        var card = new Card(
                        new H2(Words.say(open && outcome.penalty() != null ? "terms.penalty.most" : "terms.penalty")))
                .tone(Tone.WARM)
                .handle("term-outcome");
        var penalty = outcome.penalty();
        if (outcome.possibleFrom() != null) {
            card.add(new Paragraph(Words.say("terms.penalty.too-early", Dates.day(outcome.possibleFrom()))));
        } else {
            card.add(big(new DeadlineWords(Words.locale()).of(outcome.amount())));
            if (penalty != null) {
                card.add(new Paragraph(
                        Words.say("terms.penalty.days", Dates.day(penalty.firstDay()), Dates.day(penalty.lastDay()))));
            }
        }
        return section(card, new H2(Words.say("terms.steps")), new DeadlineSteps(outcome.steps()));
    }

    private Component kept(Map<String, List<String>> filled) {
        var line = new QueryParameters(filled).getQueryString();
        var machines = new NativeDetails(
                Words.say("terms.machines"),
                new Paragraph(
                        new Span(Words.say("terms.machines.text") + " "),
                        new Code(settings.at(TermsApi.PATH) + "?" + line)));
        machines.addClassName("ve-no-print");
        return section(
                new Prose(Words.say("terms.other-date")),
                Action.secondary(
                                Words.say("print"),
                                click -> click.getSource().getElement().executeJs("window.print()"))
                        .icon(Icon.Shape.PRINT),
                machines);
    }

    private static Component big(String words) {
        var big = new Paragraph(words);
        big.addClassName("ve-big");
        big.setTestId("term-last-day");
        return big;
    }

    private static Section section(Component... parts) {
        var section = new Section(parts);
        section.addClassName("ve-stack");
        return section;
    }
}
