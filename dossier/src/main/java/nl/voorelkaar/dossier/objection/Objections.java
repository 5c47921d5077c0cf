package nl.voorelkaar.dossier.objection;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.decision.Besluit;
import nl.voorelkaar.dossier.decision.BesluitEvent;
import nl.voorelkaar.dossier.decision.BesluitType;
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
 * Objections of one dossier. Every call asks consent first, and is in the resident's log. The decision that is objected to
 * moves in the same turn.
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
    private final Deadlines deadlines;

    Objections(Procedures procedures, BezwaarType bezwaren, BesluitType besluiten, Deadlines deadlines) {
        this.procedures = procedures;
        this.bezwaren = bezwaren;
        this.besluiten = besluiten;
        this.deadlines = deadlines;
    }

    /** What somebody wants to do, decided on where the objection stands at that moment. */
    @FunctionalInterface
    public interface Verb {
        ObjectionEvent decide(Bezwaar now, Author by, Instant at);
    }

    /** @param besluit against which; @param now the moment of looking */
    public record Found(Bezwaar bezwaar, Besluit besluit, Instant now) {}

    /**
     * Receives an objection and confirms it. Never refused for being late, early, without grounds or in the wrong form; once
     * for each id.
     */
    public Found file(Actor.Resident actor, ProcedureId besluit, ProcedureId id, StepId step, Bezwaar.Filing filing) {
        return procedures.take(actor, actor.id(), HERE, "bezwaar.file", turn -> {
            var against = turn.find(besluiten, besluit);
            var received = CalendarDays.dayOf(turn.now());
            var filed = turn.start(
                    bezwaren,
                    id,
                    step,
                    Bezwaar.file(
                            turn.author(),
                            besluit,
                            against.objectionUntil(deadlines).facts(),
                            against.decidedBy().map(Set::of).orElse(Set.of()),
                            new ObjectionEvent.Arrived(ObjectionEvent.Channel.PORTAL, received, Optional.empty()),
                            filing));
            var after = turn.take(besluiten, besluit, following(step, "besluit"), now -> now.objectTo(id));
            var confirmed = filed.state() == Bezwaar.State.INGEDIEND
                    ? turn.take(bezwaren, id, following(step, "receipt"), Bezwaar::confirm)
                    : filed;
            return new Found(confirmed, after, turn.now());
        });
    }

    /** @param name of the step, for the log, such as {@code plan-hearing} */
    public Found take(Actor actor, ResidentId resident, ProcedureId id, StepId step, String name, Verb verb) {
        return procedures.take(actor, resident, HERE, "bezwaar." + name, turn -> {
            var after = turn.take(bezwaren, id, step, now -> verb.decide(now, turn.author(), turn.now()));
            return new Found(after, follow(turn, after, step), turn.now());
        });
    }

    /** Keeps a file with the objection and says so in it. */
    public Found addFile(
            Actor actor,
            ResidentId resident,
            ProcedureId id,
            StepId step,
            PaperId paper,
            String name,
            String mediaType,
            byte[] bytes) {
        return procedures.take(actor, resident, HERE, "bezwaar.add-file", turn -> {
            var after = turn.take(bezwaren, id, step, now -> now.addFile(turn.author(), paper, name, mediaType));
            turn.keep(ProcedureKind.BEZWAAR, id, paper, bytes);
            return new Found(after, turn.find(besluiten, after.filed().besluit()), turn.now());
        });
    }

    /** When the objection is over, so is the doubt about the decision. */
    private Besluit follow(Turn turn, Bezwaar after, StepId step) {
        var besluit = after.filed().besluit();
        if (after.state().open()) {
            return turn.find(besluiten, besluit);
        }
        return turn.take(
                besluiten,
                besluit,
                following(step, "besluit"),
                now -> after.decision()
                        .<BesluitEvent>map(decided -> now.reconsider(
                                after.id(),
                                BesluitEvent.Outcome.valueOf(
                                        decided.consequence().name())))
                        .orElseGet(() -> now.endObjection(after.id())));
    }

    /**
     * Whose dossier an objection is in, when this professional handles or decides it, or did and may still read it.
     */
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
                        .map(bezwaar -> new Found(
                                bezwaar, open.find(besluiten, bezwaar.filed().besluit()), open.now()))
                        .toList());
    }

    public Found find(Actor actor, ResidentId resident, ProcedureId id) {
        return procedures.read(actor, resident, HERE, open -> {
            var bezwaar = open.find(bezwaren, id);
            return new Found(bezwaar, open.find(besluiten, bezwaar.filed().besluit()), open.now());
        });
    }

    public byte[] file(Actor actor, ResidentId resident, ProcedureId id, PaperId paper) {
        return procedures.read(actor, resident, HERE, open -> open.paper(ProcedureKind.BEZWAAR, id, paper));
    }

    /** Follows from the step that brings it. */
    private static StepId following(StepId step, String what) {
        return new StepId(UUID.nameUUIDFromBytes((step + "|" + what).getBytes(StandardCharsets.UTF_8)));
    }
}
