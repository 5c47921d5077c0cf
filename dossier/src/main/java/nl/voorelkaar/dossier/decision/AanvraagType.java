package nl.voorelkaar.dossier.decision;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.dossier.deadline.Deadline;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.procedure.Alarm;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.ProcedureType;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.Turn;
import org.springframework.stereotype.Component;

/** Applications as a procedure. Starts one in any turn that has the section of decisions at hand. */
@Component
public final class AanvraagType implements ProcedureType<Aanvraag, AanvraagEvent> {

    private static final Map<String, Class<? extends AanvraagEvent>> VERBS = Map.ofEntries(
            entry("file", AanvraagEvent.Filed.class),
            entry("prepare", AanvraagEvent.Prepared.class),
            entry("file-prepared", AanvraagEvent.FiledByClock.class),
            entry("cancel", AanvraagEvent.Cancelled.class),
            entry("ask-more", AanvraagEvent.AskedForMore.class),
            entry("supply", AanvraagEvent.Supplied.class),
            entry("supply-lapsed", AanvraagEvent.SupplyLapsed.class),
            entry("complete", AanvraagEvent.FoundComplete.class),
            entry("intend", AanvraagEvent.IntendedToRefuse.class),
            entry("view", AanvraagEvent.GaveView.class),
            entry("view-lapsed", AanvraagEvent.ViewLapsed.class),
            entry("tell-delay", AanvraagEvent.DelayTold.class),
            entry("warn", AanvraagEvent.Warned.class),
            entry("remind", AanvraagEvent.Reminded.class),
            entry("late", AanvraagEvent.TermPassed.class),
            entry("default-notice", AanvraagEvent.DefaultNoticeGiven.class),
            entry("penalty", AanvraagEvent.PenaltyBegan.class),
            entry("fix-penalty", AanvraagEvent.PenaltyFixed.class),
            entry("decide", AanvraagEvent.Decided.class),
            entry("withdraw", AanvraagEvent.Withdrawn.class));

    private final Deadlines deadlines;

    public AanvraagType(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** @param beginning of {@link Aanvraag#file} or {@link Aanvraag#prepare} */
    public Aanvraag start(Turn turn, ProcedureId id, StepId step, AanvraagEvent.Beginning beginning) {
        return turn.start(this, id, step, beginning);
    }

    @Override
    public ProcedureKind kind() {
        return ProcedureKind.AANVRAAG;
    }

    @Override
    public Aanvraag begin(Case of) {
        return Aanvraag.of(of);
    }

    @Override
    public Aanvraag after(Aanvraag before, Step<AanvraagEvent> step) {
        return before.after(step);
    }

    @Override
    public Map<String, Class<? extends AanvraagEvent>> verbs() {
        return VERBS;
    }

    @Override
    public AanvraagEvent byClock(String verb) {
        return switch (verb) {
            case "file-prepared" -> new AanvraagEvent.FiledByClock();
            case "supply-lapsed" -> new AanvraagEvent.SupplyLapsed();
            case "view-lapsed" -> new AanvraagEvent.ViewLapsed();
            case "warn" -> new AanvraagEvent.Warned();
            case "remind" -> new AanvraagEvent.Reminded();
            case "late" -> new AanvraagEvent.TermPassed();
            case "penalty" -> new AanvraagEvent.PenaltyBegan();
            default -> throw new IllegalArgumentException("the clock does not know " + verb);
        };
    }

    @Override
    public String state(Aanvraag now) {
        return now.state().name();
    }

    @Override
    public boolean closed(Aanvraag now) {
        return !now.state().open();
    }

    /** The last day to decide; also of what is only prepared, so that the clock leaves it right when it files. */
    @Override
    public Optional<LocalDate> due(Aanvraag now) {
        if (!now.state().open() || now.term(deadlines).standsStill()) {
            return now.missing().map(AanvraagEvent.AskedForMore::until);
        }
        return Stream.concat(Stream.of(now.term(deadlines)), now.notProcessedBy(deadlines).stream())
                .map(Deadline::lastDay)
                .min(LocalDate::compareTo);
    }

    /** The whole chain: each step of the clock as it follows when nobody does anything. */
    @Override
    public List<Alarm> alarms(Aanvraag now) {
        var chain = new ArrayList<Alarm>();
        var stands = now;
        for (var next = next(stands); next.isPresent(); next = next(stands)) {
            var at = next.get().at();
            var event = byClock(next.get().verb());
            stands = stands.after(new Step<>(0, new StepId(new UUID(0, chain.size())), at, new Author.Clock(), event));
            chain.add(new Alarm(at, next.get().verb(), stands.state().name()));
        }
        return chain;
    }

    private record Next(Instant at, String verb) {}

    private Optional<Next> next(Aanvraag now) {
        if (!now.state().open()) {
            return Optional.empty();
        }
        var possible = new ArrayList<Next>();
        if (now.state() == Aanvraag.State.KLAARGEZET) {
            now.filesAt().ifPresent(at -> possible.add(new Next(at, "file-prepared")));
        } else {
            if (!now.supplyLapsed()) {
                now.missing()
                        .ifPresent(asked -> possible.add(new Next(CalendarDays.endOf(asked.until()), "supply-lapsed")));
            }
            now.intention()
                    .ifPresent(meant -> possible.add(new Next(CalendarDays.endOf(meant.until()), "view-lapsed")));
            late(now, possible);
        }
        reminder(now).ifPresent(possible::add);
        // Steps of the clock follow what was there: never at the same moment, so that their order is one only.
        var floor = now.lastStep().map(Step::at).orElse(Instant.MIN);
        return possible.stream()
                .map(next -> next.at().isAfter(floor) ? next : new Next(floor.plusMillis(1), next.verb()))
                .min(Comparator.comparing(Next::at).thenComparing(Next::verb));
    }

    /** Of the term that runs now, if it was not so short that its beginning was the reminder. */
    private Optional<Next> reminder(Aanvraag now) {
        var last = switch (now.state()) {
            case ONVOLLEDIG -> now.missing().map(AanvraagEvent.AskedForMore::until);
            case ZIENSWIJZE -> now.intention().map(AanvraagEvent.IntendedToRefuse::until);
            case INGEDIEND, IN_BEHANDELING -> Optional.of(now.term(deadlines).lastDay());
            default -> Optional.<LocalDate>empty();
        };
        var floor = now.lastStep().map(Step::at).orElse(Instant.MIN);
        return last.map(day -> CalendarDays.endOf(day.minusDays(Aanvraag.REMINDER_DAYS + 1L)))
                .filter(floor::isBefore)
                .map(at -> new Next(at, "remind"));
    }

    private void late(Aanvraag now, List<Next> possible) {
        var flags = now.flags();
        var term = now.term(deadlines);
        if (!flags.contains(Aanvraag.Flag.TE_LAAT) && !term.standsStill()) {
            possible.add(new Next(term.end(), "late"));
            if (!flags.contains(Aanvraag.Flag.DREIGT)) {
                possible.add(
                        new Next(CalendarDays.endOf(term.lastDay().minusDays(Aanvraag.WARNING_DAYS + 1L)), "warn"));
            }
        }
        if (flags.contains(Aanvraag.Flag.IN_GEBREKE) && !flags.contains(Aanvraag.Flag.DWANGSOM)) {
            now.penalty(deadlines)
                    .ifPresent(penalty -> possible.add(new Next(penalty.grace().end(), "penalty")));
        }
    }

    @Override
    public Set<PartyId> excluded(Aanvraag now) {
        return Set.of();
    }
}
