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

    /** In lists: known, and the last sending did not arrive. */
    public static final String NOT_DELIVERED = "NIET_BEZORGD";

    static final String PLACE = "place";
    public static final String NOTIFIED = "notified";
    static final String ANNOUNCE = "announce";
    static final String SEND_AGAIN = "send-again";
    static final String COPIED = "copied";
    public static final String NOTICE_FAILED = "notice-failed";
    static final String SENDING_FAILED = "sending-failed";
    static final String OPENED = "open";
    static final String FINAL = "final";
    static final String OBJECTION_SOON = "objection-soon";

    /** How many days before the last one the resident is reminded of objecting. */
    private static final int REMINDER_DAYS = 7;

    private static final Map<String, Class<? extends BesluitEvent>> VERBS = Map.ofEntries(
            entry("draft", BesluitEvent.Drafted.class),
            entry("redraft", BesluitEvent.Redrafted.class),
            entry("establish", BesluitEvent.Established.class),
            entry("reopen", BesluitEvent.Reopened.class),
            entry("ready", BesluitEvent.Readied.class),
            entry(ANNOUNCE, BesluitEvent.Announced.class),
            entry(PLACE, BesluitEvent.Placed.class),
            entry(NOTIFIED, BesluitEvent.Notified.class),
            entry(NOTICE_FAILED, BesluitEvent.NoticeFailed.class),
            entry(OBJECTION_SOON, BesluitEvent.ObjectionEndsSoon.class),
            entry(OPENED, BesluitEvent.Opened.class),
            entry(SENDING_FAILED, BesluitEvent.SendingFailed.class),
            entry(SEND_AGAIN, BesluitEvent.SentAgain.class),
            entry(COPIED, BesluitEvent.CopiedToCarer.class),
            entry(FINAL, BesluitEvent.BecameFinal.class),
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
            case NOTIFIED -> new BesluitEvent.Notified();
            case COPIED -> new BesluitEvent.CopiedToCarer();
            case NOTICE_FAILED -> new BesluitEvent.NoticeFailed();
            case OBJECTION_SOON -> new BesluitEvent.ObjectionEndsSoon();
            case FINAL -> new BesluitEvent.BecameFinal();
            case "run-out" -> new BesluitEvent.Expired();
            default -> throw new IllegalArgumentException("the clock does not know " + verb);
        };
    }

    @Override
    public String state(Besluit now) {
        return undelivered(now) ? NOT_DELIVERED : now.state().name();
    }

    private static boolean undelivered(Besluit now) {
        return now.state() == Besluit.State.BEKENDGEMAAKT && now.failed().isPresent();
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
        if (undelivered(now)) {
            return now.failed().flatMap(Sending::failedAt).map(CalendarDays::dayOf);
        }
        return switch (now.state()) {
            case BEKENDGEMAAKT -> Optional.of(now.objectionUntil(deadlines).lastDay());
            default -> Optional.empty();
        };
    }

    /**
     * What was granted runs out whatever else happens, except that an objection waits for its own end. What did not
     * arrive does not become final: it is sent again first (Awb 2:11).
     */
    @Override
    public List<Alarm> alarms(Besluit now) {
        var alarms = new ArrayList<Alarm>();
        var before = now.lastAt();
        if (now.state() == Besluit.State.BEKENDGEMAAKT && !undelivered(now)) {
            var term = now.objectionUntil(deadlines);
            Optional.of(CalendarDays.endOf(term.lastDay().minusDays(REMINDER_DAYS + 1L)))
                    .filter(at -> now.result() != Result.TOEGEKEND
                            && now.lastAt().filter(at::isAfter).isPresent())
                    .ifPresent(at -> alarms.add(new Alarm(at, OBJECTION_SOON, Besluit.State.BEKENDGEMAAKT.name())));
            var end = after(before, term.end());
            alarms.add(new Alarm(end, FINAL, Besluit.State.ONHERROEPELIJK.name()));
            before = Optional.of(end);
        }
        switch (now.state()) {
            case BEKENDGEMAAKT, ONHERROEPELIJK, GEHANDHAAFD, GEWIJZIGD -> {
                var earliest = before;
                now.runsUntil()
                        .map(CalendarDays::endOf)
                        .ifPresent(end -> alarms.add(
                                new Alarm(after(earliest, end), "run-out", Besluit.State.VERLOPEN.name(), true)));
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
