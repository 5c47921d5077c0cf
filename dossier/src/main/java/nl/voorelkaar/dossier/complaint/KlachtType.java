package nl.voorelkaar.dossier.complaint;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.procedure.Alarm;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.ProcedureType;
import nl.voorelkaar.dossier.procedure.Step;
import org.springframework.stereotype.Component;

/** Complaints as a procedure. */
@Component
public final class KlachtType implements ProcedureType<Klacht, ComplaintEvent> {

    private static final Map<String, Class<? extends ComplaintEvent>> VERBS = Map.ofEntries(
            entry("file", ComplaintEvent.Filed.class),
            entry("confirm", ComplaintEvent.Confirmed.class),
            entry("add", ComplaintEvent.Added.class),
            entry("find-accused", ComplaintEvent.AccusedFound.class),
            entry("tell-accused", ComplaintEvent.AccusedTold.class),
            entry("begin-informally", ComplaintEvent.InformalBegun.class),
            entry("propose", ComplaintEvent.SolutionProposed.class),
            entry("satisfied", ComplaintEvent.Satisfied.class),
            entry("not-satisfied", ComplaintEvent.NotSatisfied.class),
            entry("leave-aside", ComplaintEvent.LeftAside.class),
            entry("forward", ComplaintEvent.Forwarded.class),
            entry("plan-hearing", ComplaintEvent.HearingPlanned.class),
            entry("waive-hearing", ComplaintEvent.HearingWaived.class),
            entry("hear", ComplaintEvent.Heard.class),
            entry("accused-declined", ComplaintEvent.AccusedDeclined.class),
            entry("adviser", ComplaintEvent.AdviserAppointed.class),
            entry("advise", ComplaintEvent.Advised.class),
            entry("extend", ComplaintEvent.Extended.class),
            entry("ask-delay", ComplaintEvent.DelayAsked.class),
            entry("agree-delay", ComplaintEvent.DelayAgreed.class),
            entry("decline-delay", ComplaintEvent.DelayDeclined.class),
            entry("withdraw", ComplaintEvent.Withdrawn.class),
            entry("ready", ComplaintEvent.Readied.class),
            entry("settle", ComplaintEvent.Settled.class),
            entry("send", ComplaintEvent.Sent.class),
            entry("sending-failed", ComplaintEvent.SendingFailed.class),
            entry("copied", ComplaintEvent.CopiedToCarer.class),
            entry("open", ComplaintEvent.Opened.class),
            entry("term-passed", ComplaintEvent.TermPassed.class));

    private final Deadlines deadlines;

    KlachtType(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public ProcedureKind kind() {
        return ProcedureKind.KLACHT;
    }

    @Override
    public Klacht begin(Case of) {
        return Klacht.of(of, deadlines);
    }

    @Override
    public Klacht after(Klacht before, Step<ComplaintEvent> step) {
        return before.after(step);
    }

    @Override
    public Map<String, Class<? extends ComplaintEvent>> verbs() {
        return VERBS;
    }

    @Override
    public ComplaintEvent byClock(String verb) {
        return switch (verb) {
            case "copied" -> new ComplaintEvent.CopiedToCarer();
            case "term-passed" -> new ComplaintEvent.TermPassed();
            default -> throw new IllegalArgumentException("the clock does not " + verb);
        };
    }

    @Override
    public String state(Klacht now) {
        return now.state().name();
    }

    @Override
    public boolean closed(Klacht now) {
        return !now.state().open();
    }

    @Override
    public Optional<LocalDate> due(Klacht now) {
        return now.state().open() ? Optional.of(now.term().lastDay()) : Optional.empty();
    }

    @Override
    public Optional<Instant> appointment(Klacht now) {
        return now.hearing()
                .filter(_ -> now.state() == Klacht.State.HOREN
                        && now.heard(ComplaintEvent.Side.RESIDENT).isEmpty())
                .map(ComplaintEvent.HearingPlanned::at);
    }

    @Override
    public List<Alarm> alarms(Klacht now) {
        return now.state().open() && !now.overdue()
                ? List.of(new Alarm(now.term().end(), "term-passed", now.state().name()))
                : List.of();
    }

    @Override
    public Set<PartyId> excluded(Klacht now) {
        return now.accused();
    }
}
