package nl.voorelkaar.dossier.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.consent.Representations;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Restrictions;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.Statement;
import nl.voorelkaar.dossier.entry.Statements;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Arrived;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Filed;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Line;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.vault.KeyBroker;
import org.springframework.stereotype.Service;

/**
 * Requests about the data of one dossier. Every call asks consent first, and is in the resident's log.
 *
 * <p>All methods throw {@link AccessRefused} when the actor may not, and
 * {@link nl.voorelkaar.dossier.procedure.StepRefused} when the rules say no; nothing changed then.
 */
@Service
public class PrivacyRequests {

    private static final Set<Section> HERE = EnumSet.of(Section.PRIVACY);

    /** With the longest term, once extended, and time to look back. */
    private static final Period ANSWERED_WITHIN = Period.ofMonths(6);

    private final Procedures procedures;
    private final VerzoekType verzoeken;
    private final Ledger ledger;
    private final Restrictions restrictions;
    private final Representations representations;
    private final CaseAssignments cases;
    private final Dossiers dossiers;
    private final Statements statements;
    private final KeyBroker broker;
    private final Clock clock;

    PrivacyRequests(
            Procedures procedures,
            VerzoekType verzoeken,
            Ledger ledger,
            Restrictions restrictions,
            Representations representations,
            CaseAssignments cases,
            Dossiers dossiers,
            Statements statements,
            KeyBroker broker,
            Clock clock) {
        this.procedures = procedures;
        this.verzoeken = verzoeken;
        this.ledger = ledger;
        this.restrictions = restrictions;
        this.representations = representations;
        this.cases = cases;
        this.dossiers = dossiers;
        this.statements = statements;
        this.broker = broker;
        this.clock = clock;
    }

    /** What somebody wants to do, decided on where the request stands at that moment. */
    @FunctionalInterface
    public interface Verb {
        PrivacyEvent decide(Verzoek now, Author by, Instant at);
    }

    /** One line of the resident's own log by its number; empty when there is none that the resident is told of. */
    public Optional<LedgerLine> line(Actor.Resident actor, long number) {
        var filter = new Ledger.Filter(
                Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(number + 1), 1);
        return ledger.read(actor, filter).lines().stream()
                .filter(line -> line.sequence() == number)
                .findFirst();
    }

    /**
     * Says that a line of the log is not right; once for each id.
     *
     * @param shown the line as the resident reads it
     */
    public Verzoek dispute(Actor.Resident actor, ProcedureId id, StepId step, long number, String shown, String words) {
        var line = line(actor, number).orElseThrow(() -> PrivacyRefusal.NO_SUCH_LINE.in(Verzoek.State.INGEDIEND));
        return file(
                actor,
                id,
                step,
                Filed.online(
                        DataRight.LOGREGEL,
                        words,
                        Optional.empty(),
                        Optional.of(new Line(
                                line.id(),
                                number,
                                line.at(),
                                line.by().map(party -> party.id().value()),
                                shown))));
    }

    /** Asks something about data; once for each id. For a line of the log there is {@link #dispute}. */
    public Verzoek ask(
            Actor.Resident actor, ProcedureId id, StepId step, DataRight right, Optional<Section> about, String words) {
        return file(actor, id, step, Filed.online(right, words, about, Optional.empty()));
    }

    /** Asks to have one entry or document put right; once for each id. @throws AccessRefused when it is not there */
    public Verzoek correct(Actor.Resident actor, ProcedureId id, StepId step, EntryId entry, String words) {
        var about = dossiers.versions(actor, actor.id(), entry).getFirst().section();
        return file(
                actor,
                id,
                step,
                new Filed(
                        DataRight.RECTIFICATIE,
                        words,
                        Optional.of(about),
                        Optional.empty(),
                        Optional.of(entry.value()),
                        Optional.empty()));
    }

    /**
     * Registers what came by letter, by phone or at the desk; once for each id. It is the officer's at once.
     *
     * @param asked with how it came in
     * @throws AccessRefused for every other role, and when the officer is related to the resident
     */
    public Verzoek register(Actor.Professional officer, ResidentId resident, ProcedureId id, StepId step, Filed asked) {
        var today = CalendarDays.dayOf(clock.instant());
        asked.arrived().flatMap(Arrived::through).ifPresent(through -> {
            if (representations.whoMayAsk(officer, resident, asked.about()).stream()
                    .noneMatch(speaks ->
                            speaks.id().value().equals(through.representation()) && speaks.kind() == through.kind())) {
                throw PrivacyRefusal.CANNOT_SPEAK.in(Verzoek.State.INGEDIEND);
            }
        });
        if (procedures.handledBy(officer).stream().noneMatch(mine -> mine.id().equals(id))) {
            cases.takeUp(officer, UuidV7.at(clock.instant()), resident, today.plus(ANSWERED_WITHIN));
        }
        return procedures.take(
                officer,
                resident,
                HERE,
                "verzoek.register",
                turn -> turn.start(verzoeken, id, step, Verzoek.register(turn.author(), asked, today)));
    }

    /**
     * What the resident says beside data that stay as they are. It stands with the answer, and beside the entry or the
     * part that the request is about: whoever may read that reads this too.
     */
    public Verzoek state(Actor.Resident actor, ProcedureId id, StepId step, String text) {
        var place = find(actor, actor.id(), id).place();
        if (place.isEmpty()) {
            return take(actor, actor.id(), id, step, "state", (now, by, at) -> now.state(by, text));
        }
        try (var keys = broker.open(actor, Access.step(actor.id(), Set.of(place.get()), "verzoek.state"))) {
            return procedures.take(actor, actor.id(), HERE, "verzoek.state", turn -> {
                var after = turn.take(verzoeken, id, step, now -> now.state(turn.author(), text));
                statements.put(
                        keys,
                        actor.id(),
                        id.value(),
                        place.get(),
                        after.entry(),
                        new Statement(after.statement().orElseThrow(), turn.now()));
                return after;
            });
        }
    }

    private Verzoek file(Actor.Resident actor, ProcedureId id, StepId step, Filed asked) {
        return procedures.take(
                actor,
                actor.id(),
                HERE,
                "verzoek.file",
                turn -> turn.start(verzoeken, id, step, Verzoek.file(turn.author(), asked)));
    }

    /** @param name of the step, for the log, such as {@code answer} */
    public Verzoek take(Actor actor, ResidentId resident, ProcedureId id, StepId step, String name, Verb verb) {
        return procedures.take(actor, resident, HERE, "verzoek." + name, turn -> {
            var after = turn.take(verzoeken, id, step, now -> verb.decide(now, turn.author(), turn.now()));
            follow(resident, after);
            return after;
        });
    }

    /** A restriction holds from the answer that grants it, in the same transaction. */
    private void follow(ResidentId resident, Verzoek request) {
        if (request.restricts()) {
            restrictions.begin(resident, request.id().value(), request.covers());
        } else if (request.lifted().isPresent()) {
            restrictions.end(resident, request.id().value());
        }
    }

    /** Also for who holds another request of this resident: one about themselves is not there. */
    public Verzoek find(Actor actor, ResidentId resident, ProcedureId id) {
        return procedures.read(actor, resident, HERE, open -> {
            var now = open.find(verzoeken, id);
            if (actor instanceof Actor.Professional professional
                    && now.excluded().contains(professional.id())) {
                throw new AccessRefused(Decision.Reason.NO_GROUND);
            }
            return now;
        });
    }

    /** Newest first; at most 50. */
    public List<Verzoek> of(Actor.Resident actor) {
        return procedures.read(actor, actor.id(), HERE, open -> open.all(verzoeken));
    }
}
