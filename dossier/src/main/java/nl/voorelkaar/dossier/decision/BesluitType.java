package nl.voorelkaar.dossier.decision;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.procedure.Alarm;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.ProcedureType;
import nl.voorelkaar.dossier.procedure.Step;
import org.springframework.stereotype.Component;

/** Decisions as a procedure. */
@Component
public final class BesluitType implements ProcedureType<Besluit, BesluitEvent> {

    private static final Map<String, Class<? extends BesluitEvent>> VERBS = Map.ofEntries(
            entry("draft", BesluitEvent.Drafted.class),
            entry("redraft", BesluitEvent.Redrafted.class),
            entry("establish", BesluitEvent.Established.class),
            entry("reopen", BesluitEvent.Reopened.class),
            entry("ready", BesluitEvent.Readied.class),
            entry("announce", BesluitEvent.Announced.class),
            entry("open", BesluitEvent.Opened.class),
            entry("sending-failed", BesluitEvent.SendingFailed.class),
            entry("send-again", BesluitEvent.SentAgain.class),
            entry("final", BesluitEvent.BecameFinal.class),
            entry("object", BesluitEvent.ObjectedTo.class),
            entry("objection-ended", BesluitEvent.ObjectionEnded.class),
            entry("reconsider", BesluitEvent.Reconsidered.class),
            entry("withdraw", BesluitEvent.Withdrawn.class),
            entry("run-out", BesluitEvent.Expired.class));

    private final Deadlines deadlines;

    public BesluitType(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public ProcedureKind kind() {
        return ProcedureKind.BESLUIT;
    }

    @Override
    public Besluit begin(Case of) {
        return Besluit.of(of);
    }

    @Override
    public Besluit after(Besluit before, Step<BesluitEvent> step) {
        return before.after(step);
    }

    @Override
    public Map<String, Class<? extends BesluitEvent>> verbs() {
        return VERBS;
    }

    @Override
    public BesluitEvent byClock(String verb) {
        return switch (verb) {
            case "final" -> new BesluitEvent.BecameFinal();
            case "run-out" -> new BesluitEvent.Expired();
            default -> throw new IllegalArgumentException("the clock does not know " + verb);
        };
    }

    @Override
    public String state(Besluit now) {
        return now.state().name();
    }

    @Override
    public boolean closed(Besluit now) {
        return switch (now.state()) {
            case HERROEPEN, INGETROKKEN, VERLOPEN -> true;
            default -> false;
        };
    }

    @Override
    public Optional<LocalDate> due(Besluit now) {
        return switch (now.state()) {
            case BEKENDGEMAAKT -> Optional.of(now.objectionUntil(deadlines).lastDay());
            default -> Optional.empty();
        };
    }

    /** What was granted runs out whatever else happens, except that an objection waits for its own end. */
    @Override
    public List<Alarm> alarms(Besluit now) {
        var alarms = new ArrayList<Alarm>();
        var before = now.lastAt();
        if (now.state() == Besluit.State.BEKENDGEMAAKT) {
            var end = after(before, now.objectionUntil(deadlines).end());
            alarms.add(new Alarm(end, "final", Besluit.State.ONHERROEPELIJK.name()));
            before = Optional.of(end);
        }
        switch (now.state()) {
            case BEKENDGEMAAKT, ONHERROEPELIJK, GEHANDHAAFD, GEWIJZIGD -> {
                var earliest = before;
                now.runsUntil()
                        .map(CalendarDays::endOf)
                        .ifPresent(end ->
                                alarms.add(new Alarm(after(earliest, end), "run-out", Besluit.State.VERLOPEN.name())));
            }
            default -> {}
        }
        return alarms;
    }

    /** Steps of the clock follow what was there: never at the same moment, so that their order is one only. */
    private static Instant after(Optional<Instant> before, Instant moment) {
        return before.filter(floor -> !moment.isAfter(floor))
                .map(floor -> floor.plusMillis(1))
                .orElse(moment);
    }

    @Override
    public Set<PartyId> excluded(Besluit now) {
        return Set.of();
    }
}
