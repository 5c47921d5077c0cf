package nl.voorelkaar.dossier.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.deadline.Deadline;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Facts;
import nl.voorelkaar.dossier.deadline.Rule;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.StepRefused;

/**
 * Where a melding and its onderzoek stand. Verbs answer with what then happened, or throw {@link StepRefused}; they
 * change nothing.
 *
 * @param of with who was given it
 * @param reportedAt when the melding reached the municipality
 * @param through who reported it in the resident's name; empty when the resident did, or the desk
 * @param inquiryUntil the term of the onderzoek: six weeks (Wmo 2.3.2 lid 1)
 * @param ownPlanUntil the term for a plan of one's own: seven days (lid 2); later is accepted too
 * @param urgentUntil when help must be there that cannot wait (Wmo 2.3.3); empty when it can
 * @param overdue whether the term passed before there was an account
 */
public record Onderzoek(
        Case of,
        State state,
        Instant reportedAt,
        Happened.Reported melding,
        Optional<Author.Carer> through,
        Deadline inquiryUntil,
        Deadline ownPlanUntil,
        Set<Happened.Told> told,
        Optional<String> companion,
        Optional<Deadline> urgentUntil,
        boolean overdue,
        Optional<Happened.OwnPlanHandedIn> ownPlan,
        Optional<Happened.TalkPlanned> talk,
        Optional<LocalDate> talkHeldOn,
        Optional<Account> account,
        List<Remark> remarks,
        Optional<String> forwardedTo,
        boolean receiptPosted) {

    /** In characters, of each text. */
    public static final int LONGEST_TEXT = 10_000;

    /** What stands in a refusal before there is a melding. */
    private static final String NEW = "NEW";

    public enum State {
        INGEDIEND,
        ONDERZOEK,
        GESPREK_GEPLAND,
        GESPREK_GEVOERD,
        AFGEROND,
        DOORVERWEZEN,
        INGETROKKEN;

        public boolean open() {
            return this != AFGEROND && this != DOORVERWEZEN && this != INGETROKKEN;
        }
    }

    /** The written account. @param by name of who gave it */
    public record Account(Map<Topic, String> topics, String outcome, Instant at, String by) {

        @Override
        public String toString() {
            return "Account[redacted]";
        }
    }

    /** @param through who remarked it in the resident's name */
    public record Remark(String text, Instant at, Optional<Author.Carer> through) {

        @Override
        public String toString() {
            return "Remark[redacted]";
        }
    }

    public ProcedureId id() {
        return of.id();
    }

    /** Whether help cannot wait for the onderzoek. */
    public boolean urgent() {
        return urgentUntil.isPresent();
    }

    /** Whether an aanvraag can follow: after the account, or when six weeks passed without one (Wmo 2.3.2 lid 9). */
    public boolean aanvraagPossible() {
        return state == State.AFGEROND || overdue;
    }

    /** By the resident, or by the desk that says how it came. */
    public static Happened.Reported report(Author by, Happened.Reported melding) {
        var allowed = switch (by) {
            case Author.Resident _ -> melding.source().isEmpty();
            case Author.Professional desk ->
                desk.role() == Role.KCC && melding.source().isPresent();
            case Author.Clock _ -> false;
        };
        if (!allowed) {
            throw new StepRefused(Refusal.FOR_RESIDENT_OR_DESK, NEW);
        }
        return new Happened.Reported(
                text(melding.words(), NEW),
                melding.soon(),
                trimmed(melding.reachableBy(), NEW),
                trimmed(melding.companion(), NEW),
                melding.source().map(source -> new Happened.Source(source.way(), trimmed(source.who(), NEW))));
    }

    /** @param reference of the post; says nothing about anybody */
    public Happened.ReceiptPosted postReceipt(Author by, String reference) {
        need(has(by, Role.KCC));
        return new Happened.ReceiptPosted(text(reference));
    }

    /** The receipt tells both, always. */
    public static Happened.Confirmed confirm() {
        return new Happened.Confirmed(EnumSet.allOf(Happened.Told.class));
    }

    public Happened.OwnPlanHandedIn handInOwnPlan(Author by, String text, Instant at) {
        resident(by);
        open();
        return new Happened.OwnPlanHandedIn(text(text), ownPlanUntil.inTime(at));
    }

    public Happened.CompanionChosen chooseCompanion(Author by, Optional<String> who) {
        resident(by);
        open();
        return new Happened.CompanionChosen(trimmed(who, state.name()));
    }

    public Happened.Withdrawn withdraw(Author by) {
        resident(by);
        open();
        return new Happened.Withdrawn();
    }

    public Happened.FoundUrgent findUrgent(Author by, String reason) {
        need(of.isLedBy(by) || has(by, Role.BES));
        open();
        return new Happened.FoundUrgent(text(reason));
    }

    public Happened.Forwarded forward(Author by, String to, String why) {
        need(of.isLedBy(by) || has(by, Role.KCC));
        if (state != State.INGEDIEND) {
            throw refused(state.open() ? Refusal.ALREADY_STARTED : Refusal.OVER);
        }
        return new Happened.Forwarded(text(to), text(why));
    }

    public Happened.Started start(Author by, Happened.IdentityDocument seen) {
        need(of.isLedBy(by));
        open();
        if (state != State.INGEDIEND) {
            throw refused(Refusal.ALREADY_STARTED);
        }
        return new Happened.Started(seen);
    }

    /** Also to another moment than was planned before. */
    public Happened.TalkPlanned planTalk(Author by, Instant at, String place, Instant now) {
        need(of.isLedBy(by));
        open();
        if (state == State.INGEDIEND) {
            throw refused(Refusal.NOT_STARTED);
        }
        if (CalendarDays.dayOf(at).isBefore(CalendarDays.dayOf(now))) {
            throw refused(Refusal.TALK_IN_THE_PAST);
        }
        return new Happened.TalkPlanned(at, text(place));
    }

    public Happened.TalkHeld holdTalk(Author by, LocalDate day, Instant now) {
        need(of.isLedBy(by));
        open();
        if (state == State.INGEDIEND) {
            throw refused(Refusal.NOT_STARTED);
        }
        if (day.isAfter(CalendarDays.dayOf(now))) {
            throw refused(Refusal.TALK_IN_THE_FUTURE);
        }
        return new Happened.TalkHeld(day);
    }

    public Happened.ReportGiven giveReport(Author by, Map<Topic, String> topics, String outcome) {
        need(of.isLedBy(by));
        open();
        if (state != State.GESPREK_GEVOERD) {
            throw refused(Refusal.NO_TALK_YET);
        }
        topics.values().forEach(this::text);
        return new Happened.ReportGiven(topics, text(outcome));
    }

    public Happened.Remarked remark(Author by, String text) {
        resident(by);
        if (state != State.AFGEROND) {
            throw refused(Refusal.NO_REPORT_YET);
        }
        return new Happened.Remarked(text(text));
    }

    private void open() {
        if (!state.open()) {
            throw refused(Refusal.OVER);
        }
    }

    private void resident(Author by) {
        if (!(by instanceof Author.Resident)) {
            throw refused(Refusal.FOR_THE_RESIDENT);
        }
    }

    private static boolean has(Author by, Role role) {
        return by instanceof Author.Professional professional && professional.role() == role;
    }

    private void need(boolean leads) {
        if (!leads) {
            throw refused(Refusal.FOR_WHO_LEADS_THE_TALK);
        }
    }

    private String text(String typed) {
        return text(typed, state.name());
    }

    private static String text(String typed, String state) {
        var text = typed.strip();
        if (text.isEmpty()) {
            throw new StepRefused(Refusal.EMPTY_TEXT, state);
        }
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            throw new StepRefused(Refusal.TOO_LONG, state);
        }
        return text;
    }

    private static Optional<String> trimmed(Optional<String> typed, String state) {
        return typed.map(String::strip).filter(text -> !text.isEmpty()).map(text -> text(text, state));
    }

    private StepRefused refused(Refusal reason) {
        return new StepRefused(reason, state.name());
    }

    @Override
    public String toString() {
        return "Onderzoek[" + id() + " " + state + "]";
    }

    static Onderzoek reported(
            Case of, Instant at, Happened.Reported melding, Author by, Deadline inquiryUntil, Deadline ownPlanUntil) {
        return new Onderzoek(
                of,
                State.INGEDIEND,
                at,
                melding,
                by.carer(),
                inquiryUntil,
                ownPlanUntil,
                Set.of(),
                melding.companion(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false);
    }

    Onderzoek after(Happened event, Instant at, Author by, Deadlines deadlines) {
        var next = new Changing(this);
        switch (event) {
            case Happened.Reported ignored -> throw new IllegalStateException("reported twice");
            case Happened.Confirmed confirmed -> next.told = confirmed.told();
            case Happened.ReceiptPosted ignored -> next.receiptPosted = true;
            case Happened.OwnPlanHandedIn plan -> next.ownPlan = Optional.of(plan);
            case Happened.FoundUrgent ignored ->
                next.urgentUntil = urgentUntil.or(() -> Optional.of(deadlines.of(Facts.of(Rule.URGENT, at))));
            case Happened.Forwarded forwarded -> {
                next.state = State.DOORVERWEZEN;
                next.forwardedTo = Optional.of(forwarded.to());
            }
            case Happened.Started ignored -> next.state = State.ONDERZOEK;
            case Happened.TalkPlanned planned -> {
                next.state = State.GESPREK_GEPLAND;
                next.talk = Optional.of(planned);
            }
            case Happened.CompanionChosen chosen -> next.companion = chosen.who();
            case Happened.TalkHeld held -> {
                next.state = State.GESPREK_GEVOERD;
                next.talkHeldOn = Optional.of(held.day());
            }
            case Happened.ReportGiven given -> {
                next.state = State.AFGEROND;
                next.account = Optional.of(new Account(given.topics(), given.outcome(), at, name(by)));
            }
            case Happened.Remarked remarked ->
                next.remarks = with(remarks, new Remark(remarked.text(), at, by.carer()));
            case Happened.Withdrawn ignored -> next.state = State.INGETROKKEN;
            case Happened.TermPassed ignored -> next.overdue = true;
        }
        return next.done();
    }

    private static String name(Author by) {
        return by instanceof Author.Professional professional ? professional.name() : "";
    }

    private static List<Remark> with(List<Remark> before, Remark one) {
        var all = new ArrayList<>(before);
        all.add(one);
        return List.copyOf(all);
    }

    /** What a step changes; the rest stays. */
    private static final class Changing {

        private final Onderzoek before;
        private State state;
        private Set<Happened.Told> told;
        private Optional<String> companion;
        private Optional<Deadline> urgentUntil;
        private boolean overdue;
        private Optional<Happened.OwnPlanHandedIn> ownPlan;
        private Optional<Happened.TalkPlanned> talk;
        private Optional<LocalDate> talkHeldOn;
        private Optional<Account> account;
        private List<Remark> remarks;
        private Optional<String> forwardedTo;
        private boolean receiptPosted;

        Changing(Onderzoek before) {
            this.before = before;
            this.state = before.state;
            this.told = before.told;
            this.companion = before.companion;
            this.urgentUntil = before.urgentUntil;
            this.overdue = before.overdue;
            this.ownPlan = before.ownPlan;
            this.talk = before.talk;
            this.talkHeldOn = before.talkHeldOn;
            this.account = before.account;
            this.remarks = before.remarks;
            this.forwardedTo = before.forwardedTo;
            this.receiptPosted = before.receiptPosted;
        }

        Onderzoek done() {
            return new Onderzoek(
                    before.of,
                    state,
                    before.reportedAt,
                    before.melding,
                    before.through,
                    before.inquiryUntil,
                    before.ownPlanUntil,
                    told,
                    companion,
                    urgentUntil,
                    overdue,
                    ownPlan,
                    talk,
                    talkHeldOn,
                    account,
                    remarks,
                    forwardedTo,
                    receiptPosted);
        }
    }
}
