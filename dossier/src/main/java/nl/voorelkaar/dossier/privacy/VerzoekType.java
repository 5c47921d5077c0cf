package nl.voorelkaar.dossier.privacy;

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

/** Requests about data as a procedure. */
@Component
public final class VerzoekType implements ProcedureType<Verzoek, PrivacyEvent> {

    private static final String TERM_PASSED = "term-passed";

    private static final Map<String, Class<? extends PrivacyEvent>> VERBS = Map.of(
            "file",
            PrivacyEvent.Filed.class,
            "identify",
            PrivacyEvent.Identified.class,
            "extend",
            PrivacyEvent.Extended.class,
            "answer",
            PrivacyEvent.Answered.class,
            "state",
            PrivacyEvent.Stated.class,
            "lift",
            PrivacyEvent.Lifted.class,
            "withdraw",
            PrivacyEvent.Withdrawn.class,
            TERM_PASSED,
            PrivacyEvent.TermPassed.class);

    private final Deadlines deadlines;

    VerzoekType(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public ProcedureKind kind() {
        return ProcedureKind.VERZOEK;
    }

    @Override
    public Verzoek begin(Case of) {
        return Verzoek.of(of, deadlines);
    }

    @Override
    public Verzoek after(Verzoek before, Step<PrivacyEvent> step) {
        return before.after(step);
    }

    @Override
    public Map<String, Class<? extends PrivacyEvent>> verbs() {
        return VERBS;
    }

    @Override
    public PrivacyEvent byClock(String verb) {
        if (!verb.equals(TERM_PASSED)) {
            throw new IllegalArgumentException("the clock does not " + verb);
        }
        return new PrivacyEvent.TermPassed();
    }

    @Override
    public String state(Verzoek now) {
        return now.state().name();
    }

    @Override
    public boolean closed(Verzoek now) {
        return !now.open();
    }

    @Override
    public Optional<LocalDate> due(Verzoek now) {
        return now.open() ? Optional.of(now.term().lastDay()) : Optional.empty();
    }

    @Override
    public List<Alarm> alarms(Verzoek now) {
        return now.open() && !now.overdue() ? List.of(new Alarm(now.term().end(), TERM_PASSED, state(now))) : List.of();
    }

    @Override
    public Set<PartyId> excluded(Verzoek now) {
        return now.excluded();
    }
}
