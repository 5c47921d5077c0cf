package nl.voorelkaar.portal.resident.log;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Badge;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.People;
import nl.voorelkaar.portal.ui.Time;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/**
 * Lines of the ledger as sentences: who, in which role, what, why, on which ground, when, and what one can do about it.
 */
public final class LogLines extends UnorderedList {

    private final Map<GrantId, Grant> grants;

    /** @param grants all of this resident, to tell what a look was for */
    public LogLines(Collection<LedgerLine> lines, List<Grant> grants) {
        this.grants = grants.stream().collect(Collectors.toMap(Grant::id, Function.identity()));
        addClassName("ve-lines");
        append(lines);
    }

    void append(Collection<LedgerLine> lines) {
        lines.forEach(line -> add(item(line)));
    }

    private Component item(LedgerLine line) {
        var item = new ListItem();
        item.setTestId("log-line");
        item.getElement()
                .setAttribute("data-own", line.by().isEmpty() && line.through().isEmpty());
        item.getElement().setAttribute("data-refused", line.outcome() == LedgerEvent.Outcome.REFUSED);
        item.add(new Paragraph(sentence(line)));
        var facts = new Div(Time.of(line.at()));
        facts.addClassName("ve-entry-facts");
        line.by()
                .ifPresent(party -> facts.add(
                        new Span(Words.say("log.role", People.role(party.role()), party.organisationName()))));
        item.add(facts);
        line.ground().filter(ground -> ground != Grondslag.EIGEN_DOSSIER).ifPresent(ground -> {
            var why = new Paragraph(ground(line, ground));
            why.addClassNames("ve-soft", "ve-small");
            item.add(why);
        });
        var grant = line.grant().map(grants::get);
        grant.filter(_ -> line.by().isPresent()).ifPresent(given -> {
            var purpose = new Paragraph(Words.say("log.purpose", given.purpose().text()));
            purpose.addClassNames("ve-soft", "ve-small");
            item.add(purpose);
        });
        var reason = line.details().get("reason");
        if (reason != null && line.by().isPresent() && !reason.matches("[A-Z_]+")) {
            var stated = new Paragraph(Words.say("log.reason", reason));
            stated.addClassNames("ve-soft", "ve-small");
            item.add(stated);
        }
        if (line.details().containsKey("emergency")) {
            emergency(line).forEach(item::add);
        }
        if (line.outcome() == LedgerEvent.Outcome.REFUSED) {
            item.add(new Badge(Tone.WARN, Words.say("log.refused")));
        }
        grant.filter(given -> given.live() && line.by().isPresent())
                .ifPresent(
                        given -> item.add(ActionLink.quiet("/mijn/toegang/stoppen/" + given.id(), Words.say("log.stop"))
                                .heard(Words.say("log.stop.heard", given.to().name()))
                                .handle("log-stop")));
        item.add(ActionLink.quiet("/mijn/rechten/vragen?regel=" + line.sequence(), Words.say("log.dispute"))
                .heard(Words.say("log.dispute.heard", Dates.moment(line.at())))
                .handle("log-dispute"));
        return item;
    }

    /** Until when, and where the whole of it is told. */
    private static List<Component> emergency(LedgerLine line) {
        var more = new ArrayList<Component>();
        Optional.ofNullable(line.details().get("until")).map(Instant::parse).ifPresent(until -> {
            var last = new Paragraph(Words.say("nood.log.until", Dates.moment(until)));
            last.addClassNames("ve-soft", "ve-small");
            more.add(last);
        });
        more.add(ActionLink.quiet("/mijn/nood", Words.say("nood.log.go"))
                .heard(Dates.moment(line.at()))
                .handle("log-emergency"));
        return more;
    }

    private static String ground(LedgerLine line, Grondslag ground) {
        return switch (ground) {
            case TOESTEMMING -> Words.say("log.ground.toestemming");
            case WETTELIJKE_TAAK -> Words.say("log.ground.wettelijke_taak", People.statute(line.statute()));
            case VITAAL_BELANG -> Words.say("log.ground.vitaal_belang");
            case EIGEN_DOSSIER -> Words.say("ground.eigen_dossier");
            case MACHTIGING -> Words.say("log.ground.machtiging");
            case VERTEGENWOORDIGING -> Words.say("log.ground.vertegenwoordiging", People.statute(line.statute()));
        };
    }

    /** One sentence in the past tense: "Bram Visser keek naar Gezondheid en Wonen." */
    public static String sentence(LedgerLine line) {
        var who = line.byResident()
                ? Words.say("log.you")
                : line.through()
                        .map(carer -> carer.name()
                                .map(name -> Words.say("log.through", name))
                                .orElseGet(() -> Words.say("log.through.nameless")))
                        .or(() -> atDesk(line))
                        .or(() -> line.by().map(party -> party.name()))
                        .orElseGet(() -> unnamed(line));
        var what = line.sections().isEmpty() ? Words.say("log.your-dossier") : sections(line.sections());
        return step(line)
                .flatMap(step -> Words.find(Words.locale(), "log.step." + step, who, what))
                .or(() -> task(line, who, what))
                .or(() -> oneThing(line, who, what))
                .orElseGet(() -> Words.say(key(line.kind(), line.outcome()), who, what));
    }

    /** The resident's own decision, that somebody at the desk wrote down. */
    private static Optional<String> atDesk(LedgerLine line) {
        return Optional.ofNullable(line.details().get("desk"))
                .flatMap(how -> line.by().map(party -> Words.say("log.at-desk." + how, party.name())));
    }

    /** In what role and on which ground, for who reads it on paper. */
    public static String why(LedgerLine line) {
        var parts = new ArrayList<String>();
        line.by()
                .ifPresent(
                        party -> parts.add(Words.say("log.role", People.role(party.role()), party.organisationName())));
        line.ground()
                .filter(ground -> ground != Grondslag.EIGEN_DOSSIER)
                .ifPresent(ground -> parts.add(ground(line, ground)));
        var reason = line.details().get("reason");
        if (reason != null && line.by().isPresent() && !reason.matches("[A-Z_]+")) {
            parts.add(Words.say("log.reason", reason));
        }
        return String.join(". ", parts);
    }

    /** What was done in a procedure; what was refused is told in general words. */
    private static Optional<String> step(LedgerLine line) {
        return line.outcome() == LedgerEvent.Outcome.DONE
                ? Optional.ofNullable(line.details().get("step"))
                : Optional.empty();
    }

    /** Who was let into one thing did not look at the rest of the section that it is in. */
    private static Optional<String> oneThing(LedgerLine line, String who, String what) {
        return line.kind() == LedgerEvent.Kind.READ
                        && line.outcome() == LedgerEvent.Outcome.DONE
                        && line.details().containsKey("thing")
                ? Optional.of(Words.say("log.done.read.one", who, what))
                : Optional.empty();
    }

    /** The team manager gives, a colleague gets: the one who may look is named. */
    private static Optional<String> task(LedgerLine line, String who, String what) {
        return line.to().map(to -> {
            var own = line.by().filter(by -> by.id().equals(to.id())).isPresent();
            return Words.say(key(line.kind(), line.outcome()) + (own ? ".own" : ".to"), who, what, to.name());
        });
    }

    /** The product itself, or another resident: they are not named to each other. */
    private static String unnamed(LedgerLine line) {
        var another =
                Decision.Reason.NOT_THE_RESIDENT.name().equals(line.details().get("reason"));
        return Words.say(another ? "log.another-resident" : "house.name");
    }

    private static String sections(Set<Section> sections) {
        if (sections.size() == Section.values().length) {
            return Words.say("log.whole-dossier");
        }
        return sections.equals(Section.in(Zone.MIJN_DEEL)) ? Words.say("log.whole-part") : People.sections(sections);
    }

    static String key(LedgerEvent.Kind kind, LedgerEvent.Outcome outcome) {
        var name = kind.name().toLowerCase(Locale.ROOT);
        return outcome == LedgerEvent.Outcome.DONE ? "log.done." + name : "log.not." + name;
    }
}
