package nl.voorelkaar.dossier.objection;

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
import nl.voorelkaar.dossier.decision.BesluitType;
import nl.voorelkaar.dossier.decision.Deliveries;
import nl.voorelkaar.dossier.procedure.Alarm;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.ProcedureType;
import nl.voorelkaar.dossier.procedure.Step;
import org.springframework.stereotype.Component;

/** Objections as a procedure. */
@Component
public final class BezwaarType implements ProcedureType<Bezwaar, ObjectionEvent> {

    private static final Map<String, Class<? extends ObjectionEvent>> VERBS = Map.ofEntries(
            entry("file", ObjectionEvent.Filed.class),
            entry("confirm", ObjectionEvent.Confirmed.class),
            entry("grounds", ObjectionEvent.GroundsGiven.class),
            entry("add-file", ObjectionEvent.FileAdded.class),
            entry("ask-repair", ObjectionEvent.RepairAsked.class),
            entry("repair-lapsed", ObjectionEvent.RepairLapsed.class),
            entry("ask-why-late", ObjectionEvent.LateReasonAsked.class),
            entry("why-late", ObjectionEvent.LateReasonGiven.class),
            entry("judge-lateness", ObjectionEvent.LatenessJudged.class),
            entry("committee", ObjectionEvent.CommitteeAppointed.class),
            entry("plan-hearing", ObjectionEvent.HearingPlanned.class),
            entry("waive-hearing", ObjectionEvent.HearingWaived.class),
            entry("hear", ObjectionEvent.Heard.class),
            entry("advise", ObjectionEvent.Advised.class),
            entry("extend", ObjectionEvent.Extended.class),
            entry("replace-decision", ObjectionEvent.DecisionReplaced.class),
            entry("withdraw", ObjectionEvent.Withdrawn.class),
            entry("to-court", ObjectionEvent.SentToCourt.class),
            entry("ready", ObjectionEvent.Readied.class),
            entry("decide", ObjectionEvent.Decided.class),
            entry("send", ObjectionEvent.Sent.class),
            entry(Deliveries.PLACE_OUTCOME, ObjectionEvent.Placed.class),
            entry(BesluitType.NOTIFIED, ObjectionEvent.Notified.class),
            entry(BesluitType.NOTICE_FAILED, ObjectionEvent.NoticeFailed.class),
            entry("sending-failed", ObjectionEvent.SendingFailed.class),
            entry("copied", ObjectionEvent.CopiedToCarer.class),
            entry("open", ObjectionEvent.Opened.class),
            entry("term-passed", ObjectionEvent.TermPassed.class),
            entry("default-notice", ObjectionEvent.DefaultNoticed.class));

    private final Deadlines deadlines;

    BezwaarType(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public ProcedureKind kind() {
        return ProcedureKind.BEZWAAR;
    }

    @Override
    public Bezwaar begin(Case of) {
        return Bezwaar.of(of, deadlines);
    }

    @Override
    public Bezwaar after(Bezwaar before, Step<ObjectionEvent> step) {
        return before.after(step);
    }

    @Override
    public Map<String, Class<? extends ObjectionEvent>> verbs() {
        return VERBS;
    }

    @Override
    public ObjectionEvent byClock(String verb) {
        return switch (verb) {
            case "repair-lapsed" -> new ObjectionEvent.RepairLapsed();
            case "copied" -> new ObjectionEvent.CopiedToCarer();
            case BesluitType.NOTIFIED -> new ObjectionEvent.Notified();
            case BesluitType.NOTICE_FAILED -> new ObjectionEvent.NoticeFailed();
            case "term-passed" -> new ObjectionEvent.TermPassed();
            default -> throw new IllegalArgumentException("the clock does not " + verb);
        };
    }

    @Override
    public String state(Bezwaar now) {
        return now.undeliveredSince().isPresent()
                ? BesluitType.NOT_DELIVERED
                : now.state().name();
    }

    /** A decision that did not arrive is sent again first (Awb 2:11). */
    @Override
    public boolean closed(Bezwaar now) {
        return !now.state().open() && now.undeliveredSince().isEmpty();
    }

    @Override
    public Optional<LocalDate> due(Bezwaar now) {
        return now.state().open()
                ? Optional.of(now.decisionTerm().lastDay())
                : now.undeliveredSince().map(CalendarDays::dayOf);
    }

    @Override
    public Optional<Instant> appointment(Bezwaar now) {
        return now.hearing().filter(_ -> now.state() == Bezwaar.State.HOREN).map(ObjectionEvent.HearingPlanned::at);
    }

    @Override
    public List<Alarm> alarms(Bezwaar now) {
        if (!now.state().open()) {
            return List.of();
        }
        var alarms = new ArrayList<Alarm>();
        now.repair()
                .ifPresent(repair -> alarms.add(new Alarm(
                        CalendarDays.endOf(repair.until()), "repair-lapsed", Bezwaar.State.BEVESTIGD.name())));
        var term = now.decisionTerm();
        // While it stands still the term cannot pass; lapsing sets it in motion, and this alarm with it.
        if (!now.overdue() && !term.standsStill()) {
            alarms.add(new Alarm(term.end(), "term-passed", now.state().name()));
        }
        return alarms;
    }

    /** The lawyer who handles it does not decide, nor who decided before (Awb 7:5). */
    @Override
    public boolean needsDecider(Bezwaar now) {
        return now.readyToDecide();
    }

    @Override
    public Set<PartyId> excluded(Bezwaar now) {
        return now.deciders();
    }
}
