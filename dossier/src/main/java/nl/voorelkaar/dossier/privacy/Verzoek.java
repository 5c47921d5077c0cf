package nl.voorelkaar.dossier.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.deadline.Deadline;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Facts;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Answered;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Arrived;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Extended;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Filed;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Identified;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Lifted;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Line;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Outcome;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Stated;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.TermPassed;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Withdrawn;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.History;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.dossier.procedure.TypedText;

/**
 * A request about data and where it stands. Immutable; made of its steps only. Its verbs decide: they give the event to
 * record, or throw {@link StepRefused} with a {@link PrivacyRefusal}.
 */
public final class Verzoek {

    /** In characters, of each text. */
    public static final int LONGEST_TEXT = 10_000;

    public enum State {
        INGEDIEND,
        BEANTWOORD,
        INGETROKKEN
    }

    private final Case of;
    private final Deadlines deadlines;
    private final History<PrivacyEvent> history;
    private final State state;

    private Verzoek(Case of, Deadlines deadlines, History<PrivacyEvent> history, State state) {
        this.of = of;
        this.deadlines = deadlines;
        this.history = history;
        this.state = state;
    }

    static Verzoek of(Case of, Deadlines deadlines) {
        return new Verzoek(of, deadlines, new History<>(List.of()), State.INGEDIEND);
    }

    Verzoek after(Step<PrivacyEvent> step) {
        return new Verzoek(
                of,
                deadlines,
                history.with(step),
                switch (step.event()) {
                    case Answered _ -> State.BEANTWOORD;
                    case Withdrawn _ -> State.INGETROKKEN;
                    case Filed _, Identified _, Extended _, Stated _, Lifted _, TermPassed _ -> state;
                });
    }

    public ProcedureId id() {
        return of.id();
    }

    public State state() {
        return state;
    }

    public boolean open() {
        return state == State.INGEDIEND;
    }

    public Filed filed() {
        return history.last(Filed.class).orElseThrow();
    }

    public Instant filedAt() {
        return history.steps().getFirst().at();
    }

    /** The day on which it came in, and from which its term runs. */
    public LocalDate receivedOn() {
        return filed().arrived().map(Arrived::on).orElseGet(() -> CalendarDays.dayOf(filedAt()));
    }

    /** Whether it is certain who asked: in the portal somebody signed in. */
    public boolean sureWho() {
        return filed().arrived().filter(came -> !came.known()).isEmpty()
                || history.last(Identified.class).isPresent();
    }

    /** In which part of the dossier a statement of the resident stands; empty while it is about no part. */
    public Optional<Section> place() {
        return filed().about();
    }

    /** Beside which entry; empty for the part as a whole. */
    public Optional<EntryId> entry() {
        return filed().entry().map(EntryId::new);
    }

    public Optional<Extended> extension() {
        return history.last(Extended.class);
    }

    public Optional<Answered> answer() {
        return history.last(Answered.class);
    }

    public Optional<Instant> answeredAt() {
        return history.lastStep(Answered.class).map(Step::at);
    }

    /** Who answered, as they were called then. */
    public Optional<Author.Professional> answeredBy() {
        return history.lastStep(Answered.class).map(Step::by).map(Author.Professional.class::cast);
    }

    /** What the resident says beside data that stay as they are. */
    public Optional<String> statement() {
        return history.last(Stated.class).map(Stated::text);
    }

    /** Whether data are kept and not used because of this request, now. */
    public boolean restricts() {
        return filed().right() == DataRight.BEPERKING
                && answer().filter(given -> given.outcome() != Outcome.NEE).isPresent()
                && lifted().isEmpty();
    }

    public Optional<Lifted> lifted() {
        return history.last(Lifted.class);
    }

    /** What it is about: all of it, unless a part was named. */
    public Set<Section> covers() {
        return filed().about().map(Set::of).orElseGet(() -> EnumSet.allOf(Section.class));
    }

    /** Whether the term passed while it was open. */
    public boolean overdue() {
        return history.last(TermPassed.class).isPresent();
    }

    /** By when it is answered. */
    public Deadline term() {
        var facts = Facts.of(filed().right().rule(), receivedOn());
        return deadlines.of(extension().isPresent() ? facts.extended() : facts);
    }

    /** Whom it is about: they take no part in answering it. */
    Set<PartyId> excluded() {
        return filed().line().flatMap(Line::by).map(PartyId::new).stream().collect(Collectors.toUnmodifiableSet());
    }

    public static Filed file(Author by, Filed asked) {
        if (!(by instanceof Author.Resident)) {
            throw PrivacyRefusal.ONLY_RESIDENT.in(State.INGEDIEND);
        }
        if (asked.arrived().isPresent()) {
            throw PrivacyRefusal.HOW_IT_CAME.in(State.INGEDIEND);
        }
        if (asked.line().isPresent() != (asked.right() == DataRight.LOGREGEL)
                || asked.line().isPresent() && asked.about().isPresent()
                || asked.entry().isPresent() && asked.about().isEmpty()) {
            throw PrivacyRefusal.NO_SUCH_LINE.in(State.INGEDIEND);
        }
        return filed(asked);
    }

    /** What came by letter, by phone or at the desk. Nobody at work opens the log: a line of it is told in words. */
    public static Filed register(Author by, Filed asked, LocalDate today) {
        if (!(by instanceof Author.Professional professional) || professional.role() != Role.FG) {
            throw PrivacyRefusal.ONLY_OFFICER.in(State.INGEDIEND);
        }
        var arrived = asked.arrived().orElseThrow(() -> PrivacyRefusal.HOW_IT_CAME.in(State.INGEDIEND));
        if (arrived.on().isAfter(today)) {
            throw PrivacyRefusal.CAME_IN_THE_FUTURE.in(State.INGEDIEND);
        }
        if (asked.line().isPresent() || asked.entry().isPresent()) {
            throw PrivacyRefusal.NO_SUCH_LINE.in(State.INGEDIEND);
        }
        return filed(asked);
    }

    private static Filed filed(Filed asked) {
        return new Filed(
                asked.right(),
                text(asked.words(), State.INGEDIEND),
                asked.about(),
                asked.line(),
                asked.entry(),
                asked.arrived());
    }

    public Identified identify(Author by) {
        officer(by);
        requireOpen();
        return new Identified();
    }

    public Extended extend(Author by, String why, Instant now) {
        officer(by);
        requireOpen();
        if (!filed().right().canBeExtended()) {
            throw PrivacyRefusal.NOT_LONGER.in(state);
        }
        if (extension().isPresent()) {
            throw PrivacyRefusal.ALREADY_EXTENDED.in(state);
        }
        if (term().passed(now)) {
            throw PrivacyRefusal.TERM_IS_OVER.in(state);
        }
        return new Extended(text(why, state));
    }

    public Answered answer(Author by, Outcome outcome, String text) {
        officer(by);
        requireOpen();
        if (outcome != Outcome.NEE && !sureWho()) {
            throw PrivacyRefusal.NOT_SURE_WHO.in(state);
        }
        return new Answered(outcome, text(text, state));
    }

    public Stated state(Author by, String text) {
        resident(by);
        if (!mayState()) {
            throw PrivacyRefusal.NOTHING_TO_STAND_BESIDE.in(state);
        }
        return new Stated(text(text, state));
    }

    /** Whether the resident can say something beside data that were not, or not all, put right. */
    public boolean mayState() {
        return filed().right() == DataRight.RECTIFICATIE
                && answer().filter(given -> given.outcome() != Outcome.JA).isPresent();
    }

    /** The resident has data used again. */
    public Lifted lift(Author by) {
        resident(by);
        requireRestricting();
        return new Lifted(Optional.empty());
    }

    /** The officer has data used again; the resident reads why. */
    public Lifted lift(Author by, String why) {
        officer(by);
        requireRestricting();
        return new Lifted(Optional.of(text(why, state)));
    }

    private void requireRestricting() {
        if (!restricts()) {
            throw PrivacyRefusal.NOT_RESTRICTED.in(state);
        }
    }

    public Withdrawn withdraw(Author by) {
        resident(by);
        requireOpen();
        return new Withdrawn();
    }

    private void resident(Author by) {
        if (!(by instanceof Author.Resident)) {
            throw PrivacyRefusal.ONLY_RESIDENT.in(state);
        }
    }

    private void officer(Author by) {
        if (!(by instanceof Author.Professional professional) || professional.role() != Role.FG) {
            throw PrivacyRefusal.ONLY_OFFICER.in(state);
        }
        if (excluded().contains(professional.party())) {
            throw PrivacyRefusal.ABOUT_YOU.in(state);
        }
    }

    private void requireOpen() {
        if (!open()) {
            throw PrivacyRefusal.OVER.in(state);
        }
    }

    private static String text(String typed, State state) {
        return TypedText.of(typed, LONGEST_TEXT, () -> PrivacyRefusal.TOO_LONG.in(state))
                .orElseThrow(() -> PrivacyRefusal.EMPTY_TEXT.in(state));
    }

    @Override
    public String toString() {
        return "Verzoek[" + of.id() + ", " + state + "]";
    }
}
