package nl.voorelkaar.dossier.complaint;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.decision.ReadyLetter;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.Turn;
import org.springframework.stereotype.Service;

/**
 * Complaints of one dossier. Every call asks consent first, and is in the resident's log.
 *
 * <p>All methods throw {@link nl.voorelkaar.consent.AccessRefused} when the actor may not, and
 * {@link nl.voorelkaar.dossier.procedure.StepRefused} when the rules say no; nothing changed then.
 */
@Service
public class Complaints {

    private static final Set<Section> HERE = EnumSet.of(Section.KLACHT);

    /** How far back the log is looked through for people. */
    private static final int LINES = 200;

    private final Procedures procedures;
    private final KlachtType klachten;
    private final Parties parties;
    private final Grants grants;
    private final CaseAssignments cases;
    private final Ledger ledger;

    Complaints(
            Procedures procedures,
            KlachtType klachten,
            Parties parties,
            Grants grants,
            CaseAssignments cases,
            Ledger ledger) {
        this.procedures = procedures;
        this.klachten = klachten;
        this.parties = parties;
        this.grants = grants;
        this.cases = cases;
        this.ledger = ledger;
    }

    /** What somebody wants to do, decided on where the complaint stands at that moment. */
    @FunctionalInterface
    public interface Verb {
        ComplaintEvent decide(Klacht now, Author by, Instant at);
    }

    /**
     * The professionals whom this resident can know: who may look or might, who handles something, who is in the log.
     * By name.
     */
    public List<Party> known(Actor.Resident actor) {
        var ids = new LinkedHashSet<PartyId>();
        procedures.heads(actor).stream()
                .map(ProcedureHead::handler)
                .flatMap(Optional::stream)
                .forEach(ids::add);
        grants.of(actor).forEach(grant -> ids.add(grant.to().id()));
        cases.of(actor).forEach(given -> ids.add(given.to().id()));
        ledger.read(actor, Ledger.Filter.newest(LINES)).lines().stream()
                .map(LedgerLine::by)
                .flatMap(Optional::stream)
                .forEach(party -> ids.add(party.id()));
        return parties.find(ids.stream().limit(LINES).toList()).values().stream()
                .sorted(Comparator.comparing(Party::name))
                .toList();
    }

    /** Receives a complaint and confirms it (Awb 9:6); once for each id. */
    public Klacht file(Actor.Resident actor, ProcedureId id, StepId step, Klacht.Filing filing) {
        filing.about().party().map(PartyId::new).ifPresent(party -> {
            if (known(actor).stream().noneMatch(known -> known.id().equals(party))) {
                throw ComplaintRefusal.UNKNOWN_PERSON.in(Klacht.State.INGEDIEND);
            }
        });
        return procedures.take(
                actor,
                actor.id(),
                HERE,
                "klacht.file",
                turn -> received(turn, id, step, Klacht.file(turn.author(), filing)));
    }

    /**
     * The same in the resident's name. Somebody it is about is named in words: which professionals are known to the
     * resident is not for a carer to see.
     */
    public Klacht file(Actor.Acting carer, ProcedureId id, StepId step, Klacht.Filing filing) {
        if (filing.about().party().isPresent()) {
            throw ComplaintRefusal.UNKNOWN_PERSON.in(Klacht.State.INGEDIEND);
        }
        return procedures.take(
                carer,
                carer.resident(),
                HERE,
                "klacht.file",
                turn -> received(turn, id, step, Klacht.file(turn.author(), filing)));
    }

    /** The same for what was told, or came by letter or mail (Awb 9:2). */
    public Klacht register(
            Actor.Professional actor,
            ResidentId resident,
            ProcedureId id,
            StepId step,
            Klacht.Filing filing,
            ComplaintEvent.Arrived arrived) {
        return procedures.take(
                actor,
                resident,
                HERE,
                "klacht.file",
                turn -> received(turn, id, step, Klacht.register(turn.author(), filing, arrived, turn.now())));
    }

    private Klacht received(Turn turn, ProcedureId id, StepId step, ComplaintEvent.Filed event) {
        var filed = turn.start(klachten, id, step, event);
        return filed.state() == Klacht.State.INGEDIEND
                ? turn.take(klachten, id, following(step, "receipt"), Klacht::confirm)
                : filed;
    }

    /** Puts the letter with the outcome ready and keeps it. */
    public Klacht ready(
            Actor.Professional actor,
            ResidentId resident,
            ProcedureId id,
            StepId step,
            ComplaintEvent.Settled outcome,
            ReadyLetter letter,
            byte[] pdf) {
        return procedures.take(actor, resident, HERE, "klacht.ready", turn -> {
            var ready = turn.take(klachten, id, step, now -> now.ready(turn.author(), outcome, letter));
            turn.keep(ProcedureKind.KLACHT, id, letter.paper(), pdf);
            return ready;
        });
    }

    /** The letter left, as the post says. The first time, this settles the complaint. */
    public Klacht sent(
            Actor.Professional actor,
            ResidentId resident,
            ProcedureId id,
            StepId step,
            UUID sending,
            String reference) {
        return procedures.take(actor, resident, HERE, "klacht.settle", turn -> {
            if (turn.find(klachten, id).state().open()) {
                turn.take(
                        klachten,
                        id,
                        following(step, "settle"),
                        now -> now.makeKnown(turn.author(), sending, turn.now()));
            }
            return turn.take(
                    klachten, id, step, now -> now.send(turn.author(), sending, Optional.of(reference), turn.now()));
        });
    }

    /** The letter as it was kept. A resident, and who acts for one, gets only what left. */
    public byte[] letter(Actor actor, ResidentId resident, ProcedureId id, PaperId paper) {
        return procedures.read(actor, resident, HERE, open -> {
            var now = open.find(klachten, id);
            var sendings = actor instanceof Actor.Professional
                    ? now.sendings()
                    : now.sendings().left();
            if (about(now, actor)
                    || sendings.all().stream()
                            .noneMatch(sending -> sending.letter().equals(paper))) {
                throw new AccessRefused(Decision.Reason.NO_GROUND);
            }
            return open.paper(ProcedureKind.KLACHT, id, paper);
        });
    }

    /** @param name of the step, for the log, such as {@code plan-hearing} */
    public Klacht take(Actor actor, ResidentId resident, ProcedureId id, StepId step, String name, Verb verb) {
        return procedures.take(
                actor,
                resident,
                HERE,
                "klacht." + name,
                turn -> turn.take(klachten, id, step, now -> verb.decide(now, turn.author(), turn.now())));
    }

    /** Newest first; at most 50. Without those about the actor. */
    public List<Klacht> of(Actor actor, ResidentId resident) {
        return procedures.read(
                actor,
                resident,
                HERE,
                open -> open.all(klachten).stream()
                        .filter(klacht -> !about(klacht, actor))
                        .toList());
    }

    /** For whom it is about it is not there, also while they handle another complaint of this resident. */
    public Klacht find(Actor actor, ResidentId resident, ProcedureId id) {
        return procedures.read(actor, resident, HERE, open -> {
            var klacht = open.find(klachten, id);
            if (about(klacht, actor)) {
                throw new AccessRefused(Decision.Reason.NO_GROUND);
            }
            return klacht;
        });
    }

    /** For who was let into this one by the resident, and into nothing else. */
    public Klacht helped(Actor.Acting helper, ProcedureId id) {
        return procedures.readOne(helper, helper.resident(), ProcedureKind.KLACHT, id, open -> open.find(klachten, id));
    }

    private static boolean about(Klacht klacht, Actor actor) {
        return actor instanceof Actor.Professional professional
                && klacht.accused().contains(professional.id());
    }

    /** Follows from the step that brings it. */
    private static StepId following(StepId step, String what) {
        return new StepId(UUID.nameUUIDFromBytes((step + "|" + what).getBytes(StandardCharsets.UTF_8)));
    }
}
