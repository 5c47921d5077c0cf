package nl.voorelkaar.dossier.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.dossier.deadline.Rule.Regime;

/** One term, worked out step by step. */
final class Calculation {

    private static final int ORDINARY_DAYS_NEEDED = 2;

    private final FreeDays freeDays;
    private final DeadlinePolicy policy;
    private final List<Outage> known;
    private final Facts facts;
    private final Rule rule;
    private final List<Step> steps = new ArrayList<>();
    private boolean standsStill;

    /** @param known outages of the portal, besides those that the facts tell */
    Calculation(FreeDays freeDays, DeadlinePolicy policy, List<Outage> known, Facts facts) {
        this.freeDays = freeDays;
        this.policy = policy;
        this.known = known;
        this.facts = facts;
        this.rule = facts.rule();
    }

    Deadline deadline() {
        event();
        return switch (rule.regime()) {
            case FIXED -> rule.timed() ? inHours() : fixed();
            case BACKWARDS -> backwards();
            case TERMS_ACT, EUROPEAN, POLICY -> inDays();
        };
    }

    private void event() {
        var failed = facts.failedSending();
        if (failed != null) {
            add(Step.of(
                    Step.Kind.SENT_AGAIN,
                    Article.awb("2:11", 0),
                    facts.day(),
                    new Argument.Day(failed),
                    new Argument.Day(facts.day())));
        }
        var moment = facts.moment();
        add(Step.named(
                Step.Kind.EVENT,
                "event." + name(rule.event()),
                rule.startArticle(),
                facts.day(),
                rule.timed() && moment != null ? new Argument.Moment(moment) : new Argument.Day(facts.day())));
    }

    private Deadline inHours() {
        var length = rule == Rule.URGENT ? Length.hours(policy.urgentHours()) : rule.length();
        var end = Objects.requireNonNull(facts.moment()).plus(Duration.ofHours(length.number()));
        // A term that ends at midnight ends with the day before it.
        var day = CalendarDays.dayOf(end.minusNanos(1));
        add(Step.of(Step.Kind.LENGTH, rule.article(), day, new Argument.Span(length), new Argument.Moment(end)));
        if (freeDays.free(day)) {
            stays(day, Article.terms("4", 0));
        }
        add(last(day, new Argument.Moment(end)));
        return new Deadline(facts, day, end, day, false, steps);
    }

    private Deadline fixed() {
        var day = later(rule.length(), rule.article());
        return outcome(day, day);
    }

    private Deadline backwards() {
        var day = rule.length().before(facts.day());
        add(Step.of(Step.Kind.BACKWARDS, rule.article(), day, new Argument.Span(rule.length()), new Argument.Day(day)));
        if (freeDays.free(day)) {
            stays(day, Article.terms("1", 2));
        }
        return outcome(day, day);
    }

    private Deadline inDays() {
        var length = length();
        var day = later(length, facts.advised() ? rule.longerArticle() : rule.article());
        var extension = facts.extension();
        if (extension != null) {
            day = length.plus(extension).after(facts.day());
            add(Step.of(
                    Step.Kind.EXTENDED,
                    rule.extensionArticle(),
                    day,
                    new Argument.Span(extension),
                    new Argument.Day(day)));
        }
        day = suspended(day);
        var agreed = facts.agreedUntil();
        if (agreed != null && agreed.isAfter(day)) {
            add(Step.of(Step.Kind.AGREED, rule.agreementArticle(), agreed, new Argument.Day(agreed)));
            return outcome(agreed, agreed);
        }
        var end = adjusted(length, day);
        if (end.isAfter(freeDays.knownUntil()) && rule.regime() == Regime.TERMS_ACT) {
            add(Step.of(Step.Kind.CALENDAR_OPEN, Article.terms("3", 3), end, new Argument.Day(freeDays.knownUntil())));
        }
        return outcome(afterOutages(end), day);
    }

    private Length length() {
        var own = facts.days();
        return switch (rule) {
            case COOLING_OFF -> Length.days(own == null ? policy.coolingOffDays() : own);
            case OTHER -> own == null ? rule.length() : Length.days(own);
            default -> facts.advised() ? rule.longer() : rule.length();
        };
    }

    private LocalDate later(Length length, Article article) {
        var day = length.after(facts.day());
        add(Step.of(Step.Kind.LENGTH, article, day, new Argument.Span(length), new Argument.Day(day)));
        return day;
    }

    /** Only days of the term itself can stand still, each once. */
    private LocalDate suspended(LocalDate raw) {
        var end = raw;
        var counted = facts.day();
        for (var suspension : facts.suspensions().stream()
                .sorted(Comparator.comparing(Suspension::first))
                .toList()) {
            var article = suspension.article(rule);
            if (suspension.first().isAfter(nextOrdinary(end))) {
                add(Step.of(Step.Kind.SUSPENDED_TOO_LATE, article, end, new Argument.Day(suspension.first())));
                continue;
            }
            var last = suspension.last();
            if (last == null) {
                standsStill = true;
                add(Step.of(Step.Kind.STANDS_STILL, article, end, new Argument.Day(suspension.first())));
                continue;
            }
            var first = suspension.first().isAfter(counted) ? suspension.first() : counted.plusDays(1);
            if (!last.isBefore(first)) {
                var days = (int) (last.toEpochDay() - first.toEpochDay() + 1);
                counted = last;
                end = end.plusDays(days);
                add(Step.of(
                        Step.Kind.SUSPENDED,
                        article,
                        end,
                        new Argument.Day(first),
                        new Argument.Day(last),
                        new Argument.Span(Length.days(days)),
                        new Argument.Day(end)));
            }
        }
        return end;
    }

    /** Moves an end on a free day, as far as the law of this term does. */
    private LocalDate adjusted(Length length, LocalDate raw) {
        var extension = facts.extension();
        return switch (rule.regime()) {
            case TERMS_ACT ->
                // An extension is a term of its own: twelve weeks and six weeks are not "more than twelve weeks".
                length.outsideTermsAct() || extension != null && extension.outsideTermsAct()
                        ? staysOn(raw, Article.terms("4", 0))
                        : enoughOrdinaryDays(
                                length.lastsDays(3), rolled(raw, Article.terms("1", 1)), Article.terms("2", 1));
            case EUROPEAN ->
                enoughOrdinaryDays(length.lastsDays(2), rolled(raw, Article.eu("3", 4)), Article.eu("3", 5));
            case POLICY ->
                length.nothing() || !Objects.requireNonNullElse(facts.rolls(), policy.coolingOffRolls())
                        ? staysOn(raw, Article.POLICY)
                        : rolled(raw, Article.POLICY);
            case FIXED, BACKWARDS -> raw;
        };
    }

    private LocalDate rolled(LocalDate raw, Article article) {
        var day = raw;
        for (var free = freeDays.on(day); free.isPresent(); free = freeDays.on(day)) {
            var why = free.get();
            add(Step.of(
                    Step.Kind.FREE,
                    rule.regime() == Regime.TERMS_ACT ? why.article() : article,
                    day,
                    new Argument.Day(day),
                    new Argument.Free(why.name())));
            day = day.plusDays(1);
        }
        if (!day.equals(raw)) {
            add(Step.of(Step.Kind.ROLLED, article, day, new Argument.Day(day)));
        }
        return day;
    }

    private LocalDate enoughOrdinaryDays(boolean needed, LocalDate first, Article article) {
        var day = first;
        while (needed && ordinaryDaysUntil(day) < ORDINARY_DAYS_NEEDED) {
            day = nextOrdinary(day.plusDays(1));
        }
        if (!day.equals(first)) {
            add(Step.of(Step.Kind.TOO_FEW_ORDINARY_DAYS, article, day, new Argument.Day(day)));
        }
        return day;
    }

    private int ordinaryDaysUntil(LocalDate last) {
        var number = 0;
        for (var day = facts.day().plusDays(1); !day.isAfter(last) && number < ORDINARY_DAYS_NEEDED; ) {
            number += freeDays.free(day) ? 0 : 1;
            day = day.plusDays(1);
        }
        return number;
    }

    private LocalDate nextOrdinary(LocalDate day) {
        var next = day;
        while (freeDays.free(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private LocalDate staysOn(LocalDate day, Article article) {
        if (freeDays.free(day)) {
            stays(day, article);
        }
        return day;
    }

    private void stays(LocalDate day, Article article) {
        var why = freeDays.on(day).orElseThrow().name();
        add(Step.of(Step.Kind.STAYS, article, day, new Argument.Day(day), new Argument.Free(why)));
    }

    /** Whoever could not send on the last day gets the next ordinary day after the portal worked again. */
    private LocalDate afterOutages(LocalDate last) {
        var day = last;
        for (var outage : outages()) {
            if (spoils(outage, day)) {
                day = nextOrdinary(CalendarDays.dayOf(outage.until()).plusDays(1));
                add(Step.of(
                        Step.Kind.OUTAGE,
                        Article.POLICY,
                        day,
                        new Argument.Moment(outage.from()),
                        new Argument.Moment(outage.until()),
                        new Argument.Day(day)));
            }
        }
        return day;
    }

    private List<Outage> outages() {
        return Stream.concat(
                        facts.outages().stream(),
                        known.stream().filter(ignored -> rule.options().contains(Rule.Option.OUTAGE)))
                .distinct()
                .sorted(Comparator.comparing(Outage::from))
                .toList();
    }

    private boolean spoils(Outage outage, LocalDate day) {
        var begin = day.atStartOfDay(CalendarDays.AMSTERDAM).toInstant();
        var end = CalendarDays.endOf(day);
        var from = later(outage.from(), begin);
        var until = outage.until().isBefore(end) ? outage.until() : end;
        if (!from.isBefore(until)) {
            return false;
        }
        return until.equals(end) || Duration.between(from, until).compareTo(policy.outageCounts()) >= 0;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** @param reading the end before free days moved it: what the municipality keeps to itself */
    private Deadline outcome(LocalDate day, LocalDate reading) {
        add(last(day, new Argument.Day(day)));
        return new Deadline(facts, day, CalendarDays.endOf(day), target(day, reading), standsStill, steps);
    }

    private LocalDate target(LocalDate last, LocalDate reading) {
        if (rule.owner() == Rule.Owner.RESIDENT || rule.event() == Rule.Event.CHANGED) {
            return last;
        }
        for (var day = reading; day.isAfter(facts.day()); day = day.minusDays(1)) {
            if (!freeDays.free(day)) {
                return day;
            }
        }
        return rule.regime() == Regime.BACKWARDS ? previousOrdinary(reading) : last;
    }

    private LocalDate previousOrdinary(LocalDate day) {
        var previous = day;
        while (freeDays.free(previous)) {
            previous = previous.minusDays(1);
        }
        return previous;
    }

    private Step last(LocalDate day, Argument when) {
        return Step.named(Step.Kind.LAST, "last." + rule.code(), rule.article(), day, when);
    }

    private void add(Step step) {
        steps.add(step);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
