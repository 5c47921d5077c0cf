package nl.voorelkaar.dossier.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Rule;
import nl.voorelkaar.dossier.procedure.Alarm;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.ProcedureType;
import nl.voorelkaar.dossier.procedure.Step;
import org.springframework.stereotype.Component;

/** How the steps of an onderzoek add up, with its two terms from the deadline engine. */
@Component
public class OnderzoekType implements ProcedureType<OnderzoekType.Progress, Happened> {

    private static final Map<String, Class<? extends Happened>> VERBS = Map.ofEntries(
            Map.entry("report", Happened.Reported.class),
            Map.entry("confirm", Happened.Confirmed.class),
            Map.entry("receipt-posted", Happened.ReceiptPosted.class),
            Map.entry("own-plan", Happened.OwnPlanHandedIn.class),
            Map.entry("urgent", Happened.FoundUrgent.class),
            Map.entry("forward", Happened.Forwarded.class),
            Map.entry("start", Happened.Started.class),
            Map.entry("plan-talk", Happened.TalkPlanned.class),
            Map.entry("companion", Happened.CompanionChosen.class),
            Map.entry("talk-held", Happened.TalkHeld.class),
            Map.entry("give-report", Happened.ReportGiven.class),
            Map.entry("remark", Happened.Remarked.class),
            Map.entry("withdraw", Happened.Withdrawn.class),
            Map.entry("term-passed", Happened.TermPassed.class));

    private final Deadlines deadlines;

    public OnderzoekType(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** Before and after the melding. */
    public record Progress(Case of, Optional<Onderzoek> stands) {

        Onderzoek now() {
            return stands.orElseThrow(() -> new IllegalStateException("an onderzoek begins with a melding"));
        }
    }

    @Override
    public ProcedureKind kind() {
        return ProcedureKind.ONDERZOEK;
    }

    @Override
    public Progress begin(Case of) {
        return new Progress(of, Optional.empty());
    }

    @Override
    public Progress after(Progress before, Step<Happened> step) {
        var now = before.stands().isEmpty() && step.event() instanceof Happened.Reported melding
                ? reported(before.of(), step, melding)
                : before.now().after(step.event(), step.at(), step.by(), deadlines);
        return new Progress(before.of(), Optional.of(now));
    }

    private Onderzoek reported(Case of, Step<Happened> step, Happened.Reported melding) {
        var day = CalendarDays.dayOf(step.at());
        return Onderzoek.reported(
                of, step.at(), melding, step.by(), deadlines.of(Rule.INQUIRY, day), deadlines.of(Rule.OWN_PLAN, day));
    }

    @Override
    public Map<String, Class<? extends Happened>> verbs() {
        return VERBS;
    }

    @Override
    public Happened byClock(String verb) {
        if (!Objects.equals(verb, "term-passed")) {
            throw new IllegalArgumentException("the clock does not " + verb);
        }
        return new Happened.TermPassed();
    }

    @Override
    public String state(Progress progress) {
        return progress.now().state().name();
    }

    @Override
    public boolean closed(Progress progress) {
        return !progress.now().state().open();
    }

    @Override
    public Optional<LocalDate> due(Progress progress) {
        return Optional.of(progress.now().inquiryUntil().lastDay())
                .filter(day -> progress.now().state().open());
    }

    @Override
    public Optional<Instant> appointment(Progress progress) {
        return progress.now()
                .talk()
                .filter(_ -> progress.now().state() == Onderzoek.State.GESPREK_GEPLAND)
                .map(Happened.TalkPlanned::at);
    }

    @Override
    public List<Alarm> alarms(Progress progress) {
        var now = progress.now();
        return now.state().open() && !now.overdue()
                ? List.of(new Alarm(
                        now.inquiryUntil().end(), "term-passed", now.state().name()))
                : List.of();
    }

    /** The desk writes down what it heard; somebody else leads the talk. */
    @Override
    public boolean handledByWhoStarts(Progress progress) {
        return progress.now().melding().source().isEmpty();
    }

    @Override
    public Set<PartyId> excluded(Progress progress) {
        return Set.of();
    }
}
