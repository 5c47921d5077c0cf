package nl.voorelkaar.dossier.objection;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.DocumentRefused;
import nl.voorelkaar.dossier.FileKinds;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Facts;
import nl.voorelkaar.dossier.decision.Besluit;
import nl.voorelkaar.dossier.decision.BesluitEvent;
import nl.voorelkaar.dossier.decision.BesluitType;
import nl.voorelkaar.dossier.decision.BezorgingType;
import nl.voorelkaar.dossier.decision.ReadyLetter;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.Reading;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.Turn;
import org.springframework.stereotype.Service;

/**
 * Objections of one dossier. Every call asks consent first, and is in the resident's log. The decision that is objected
 * to moves in the same turn.
 *
 * <p>All methods throw {@link nl.voorelkaar.consent.AccessRefused} when the actor may not, and
 * {@link nl.voorelkaar.dossier.procedure.StepRefused} when the rules say no; nothing changed then.
 */
@Service
public class Objections {

    private static final Set<Section> HERE = EnumSet.of(Section.BESLUITEN);

    private final Procedures procedures;
    private final BezwaarType bezwaren;
    private final BesluitType besluiten;
    private final BezorgingType bezorging;
    private final FileKinds kinds;
    private final Deadlines deadlines;

    Objections(
            Procedures procedures,
            BezwaarType bezwaren,
            BesluitType besluiten,
            BezorgingType bezorging,
            FileKinds kinds,
            Deadlines deadlines) {
        this.procedures = procedures;
        this.bezwaren = bezwaren;
        this.besluiten = besluiten;
        this.bezorging = bezorging;
        this.kinds = kinds;
        this.deadlines = deadlines;
    }

    /** What somebody wants to do, decided on where the objection stands at that moment. */
    @FunctionalInterface
    public interface Verb {
        ObjectionEvent decide(Bezwaar now, Author by, Instant at);
    }

    /**
     * @param besluit against which
     * @param inPortal whether the resident gets decisions in the portal
     * @param now the moment of looking
     */
    public record Found(Bezwaar bezwaar, Besluit besluit, boolean inPortal, Instant now) {}

    /**
     * Receives an objection and confirms it. Never refused for being late, early, without grounds or in the wrong form;
     * once for each id.
     */
    public Found file(Actor.Resident actor, ProcedureId besluit, ProcedureId id, StepId step, Bezwaar.Filing filing) {
        return procedures.take(
                actor,
                actor.id(),
                HERE,
                "bezwaar.file",
                turn -> received(
                        turn,
                        besluit,
                        id,
                        step,
                        (termFacts, deciders) -> Bezwaar.file(
                                turn.author(),
                                besluit,
                                termFacts,
                                deciders,
                                new ObjectionEvent.Arrived(
                                        ObjectionEvent.Channel.PORTAL,
                                        CalendarDays.dayOf(turn.now()),
                                        Optional.empty()),
                                filing)));
    }

    /** The same for what came by letter, by mail or at the desk: any way is accepted (Awb 2:16). */
    public Found register(
            Actor.Professional actor,
            ResidentId resident,
            ProcedureId besluit,
            ProcedureId id,
            StepId step,
            ObjectionEvent.Arrived arrived,
            Bezwaar.Filing filing) {
        return procedures.take(
                actor,
                resident,
                HERE,
                "bezwaar.file",
                turn -> received(
                        turn,
                        besluit,
                        id,
                        step,
                        (termFacts, deciders) -> Bezwaar.register(
                                turn.author(), besluit, termFacts, deciders, arrived, filing, turn.now())));
    }

    /** @param filed from the time to object and who took the decision */
    private Found received(
            Turn turn,
            ProcedureId besluit,
            ProcedureId id,
            StepId step,
            BiFunction<Facts, Set<PartyId>, ObjectionEvent.Filed> filed) {
        var against = turn.find(besluiten, besluit);
        var event = filed.apply(
                against.objectionUntil(deadlines).facts(),
                against.decidedBy().map(Set::of).orElse(Set.of()));
        var started = turn.start(bezwaren, id, step, event);
        turn.take(besluiten, besluit, following(step, "besluit"), now -> now.objectTo(id));
        var confirmed = started.state() == Bezwaar.State.INGEDIEND
                ? turn.take(bezwaren, id, following(step, "receipt"), Bezwaar::confirm)
                : started;
        return found(turn, confirmed);
    }

    /** @param name of the step, for the log, such as {@code plan-hearing} */
    public Found take(Actor actor, ResidentId resident, ProcedureId id, StepId step, String name, Verb verb) {
        return procedures.take(actor, resident, HERE, "bezwaar." + name, turn -> {
            var before = turn.find(bezwaren, id);
            var after = turn.take(bezwaren, id, step, now -> verb.decide(now, turn.author(), turn.now()));
            if (before.state().open() && !after.state().open()) {
                follow(turn, after, step);
            }
            return found(turn, after);
        });
    }

    private Found found(Reading open, Bezwaar bezwaar) {
        return new Found(
                bezwaar,
                open.find(besluiten, bezwaar.filed().besluit()),
                bezorging.of(open).inPortal(),
                open.now());
    }

    /**
     * Keeps a file with the objection and says so in it; once for the same file.
     *
     * @throws nl.voorelkaar.dossier.DocumentRefused when it is larger than {@link Procedures#LARGEST_PAPER}, empty, of
     *     another type, or of another type than its name claims
     */
    public Found addFile(Actor actor, ResidentId resident, ProcedureId id, String fileName, byte[] content) {
        if (content.length > Procedures.LARGEST_PAPER) {
            throw new DocumentRefused(DocumentRefused.Reason.TOO_LARGE);
        }
        var kind = kinds.of(fileName, content);
        var file = UUID.nameUUIDFromBytes(
                (id + "|" + kind.name() + "|" + UUID.nameUUIDFromBytes(content)).getBytes(StandardCharsets.UTF_8));
        var paper = new PaperId(file);
        return procedures.take(actor, resident, HERE, "bezwaar.add-file", turn -> {
            var after = turn.take(
                    bezwaren,
                    id,
                    new StepId(file),
                    now -> now.addFile(turn.author(), paper, kind.name(), kind.mediaType()));
            turn.keep(ProcedureKind.BEZWAAR, id, paper, content);
            return found(turn, after);
        });
    }

    /**
     * Puts the letter with a decision ready and keeps it. In the portal that is sending too: it is accessible from this
     * moment (Awb 2:19).
     */
    public Found ready(
            Actor.Professional actor,
            ResidentId resident,
            ProcedureId id,
            StepId step,
            ObjectionEvent.Decided decision,
            ReadyLetter letter,
            byte[] pdf) {
        return procedures.take(actor, resident, HERE, "bezwaar.ready", turn -> {
            var inPortal = bezorging.of(turn).inPortal();
            var ready = turn.take(bezwaren, id, step, now -> now.ready(turn.author(), decision, letter, inPortal));
            turn.keep(ProcedureKind.BEZWAAR, id, letter.paper(), pdf);
            return letter.channel() == Sending.Channel.PORTAAL
                    ? leave(turn, id, following(step, "sent"), letter.sending(), Optional.empty())
                    : found(turn, ready);
        });
    }

    /** The letter left, as the post says. The first time, this decides. */
    public Found sent(
            Actor.Professional actor,
            ResidentId resident,
            ProcedureId id,
            StepId step,
            UUID sending,
            String reference) {
        return procedures.take(
                actor,
                resident,
                HERE,
                "bezwaar.decide",
                turn -> leave(turn, id, step, sending, Optional.of(reference)));
    }

    private Found leave(Turn turn, ProcedureId id, StepId step, UUID sending, Optional<String> reference) {
        var before = turn.find(bezwaren, id);
        if (before.state().open()) {
            var decided = turn.take(
                    bezwaren, id, following(step, "decide"), now -> now.makeKnown(turn.author(), sending, turn.now()));
            follow(turn, decided, step);
        }
        return found(
                turn, turn.take(bezwaren, id, step, now -> now.send(turn.author(), sending, reference, turn.now())));
    }

    /** When the objection is over, so is the doubt about the decision. */
    private void follow(Turn turn, Bezwaar after, StepId step) {
        turn.take(
                besluiten,
                after.filed().besluit(),
                following(step, "besluit"),
                now -> after.decision()
                        .<BesluitEvent>map(decided -> now.reconsider(
                                after.id(),
                                BesluitEvent.Outcome.valueOf(
                                        decided.consequence().name())))
                        .orElseGet(() -> now.endObjection(after.id())));
    }

    /** Whose dossier an objection is in, when this professional handles or decides it, or did and may still read it. */
    public Optional<ResidentId> whose(Actor.Professional actor, ProcedureId id) {
        return Stream.concat(procedures.handledBy(actor).stream(), procedures.closedBy(actor).stream())
                .filter(head ->
                        head.kind() == ProcedureKind.BEZWAAR && head.id().equals(id))
                .map(ProcedureHead::resident)
                .findFirst();
    }

    /** Newest first; at most 50. */
    public List<Found> of(Actor actor, ResidentId resident) {
        return procedures.read(
                actor,
                resident,
                HERE,
                open -> open.all(bezwaren).stream()
                        .map(bezwaar -> found(open, bezwaar))
                        .toList());
    }

    public Found find(Actor actor, ResidentId resident, ProcedureId id) {
        return procedures.read(actor, resident, HERE, open -> found(open, open.find(bezwaren, id)));
    }

    /** For who was let into this one by the resident, and into nothing else: without the decision that it is about. */
    public Bezwaar helped(Actor.Acting helper, ProcedureId id) {
        return procedures.readOne(
                helper, helper.resident(), ProcedureKind.BEZWAAR, id, open -> open.find(bezwaren, id));
    }

    /** What the resident, or the municipality, added. */
    public byte[] file(Actor actor, ResidentId resident, ProcedureId id, PaperId paper) {
        return paper(
                actor,
                resident,
                id,
                paper,
                now -> now.files().stream().anyMatch(one -> one.file().paper().equals(paper)));
    }

    /** A letter as it was kept. A resident, and who acts for one, gets only what left. */
    public byte[] letter(Actor actor, ResidentId resident, ProcedureId id, PaperId paper) {
        return paper(actor, resident, id, paper, now -> {
            var sendings = actor instanceof Actor.Professional
                    ? now.sendings()
                    : now.sendings().left();
            return sendings.all().stream().anyMatch(sending -> sending.letter().equals(paper));
        });
    }

    private byte[] paper(Actor actor, ResidentId resident, ProcedureId id, PaperId paper, Predicate<Bezwaar> isOfIt) {
        return procedures.read(actor, resident, HERE, open -> {
            if (!isOfIt.test(open.find(bezwaren, id))) {
                throw new AccessRefused(Decision.Reason.NO_GROUND);
            }
            return open.paper(ProcedureKind.BEZWAAR, id, paper);
        });
    }

    /** Follows from the step that brings it. */
    private static StepId following(StepId step, String what) {
        return new StepId(UUID.nameUUIDFromBytes((step + "|" + what).getBytes(StandardCharsets.UTF_8)));
    }
}
