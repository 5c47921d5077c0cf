package nl.voorelkaar.dossier.objection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.decision.BesluitType;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
import org.springframework.stereotype.Service;

/**
 * Objecting is a legal act: a carer prepares it, and it is filed when the resident confirms. Every call asks consent
 * first, and is in the resident's log.
 */
@Service
public class PreparedObjections {

    private static final Set<Section> HERE = Set.of(Section.BESLUITEN);

    private final Procedures procedures;
    private final PreparedType prepared;
    private final Objections objections;
    private final BesluitType besluiten;
    private final BezwaarType bezwaren;

    PreparedObjections(
            Procedures procedures,
            PreparedType prepared,
            Objections objections,
            BesluitType besluiten,
            BezwaarType bezwaren) {
        this.procedures = procedures;
        this.prepared = prepared;
        this.objections = objections;
        this.besluiten = besluiten;
        this.bezwaren = bezwaren;
    }

    /**
     * Once for each id. @throws nl.voorelkaar.consent.AccessRefused when this is not in the mandate, or no such
     * decision is there
     */
    public PreparedObjection prepare(
            Actor.Acting carer, ProcedureId besluit, ProcedureId id, StepId step, Bezwaar.Filing filing) {
        return procedures.take(carer, carer.resident(), HERE, "bezwaar.prepare", turn -> {
            turn.find(besluiten, besluit);
            return turn.start(
                    prepared,
                    id,
                    step,
                    new PreparedObjection.Event.Prepared(besluit.value(), named(filing, turn.author())));
        });
    }

    /** Who wrote it stands in the objection too, once it is filed: to whom papers also go (Awb 6:17). */
    private static Bezwaar.Filing named(Bezwaar.Filing filing, Author by) {
        return new Bezwaar.Filing(
                filing.grounds(),
                filing.wantsHearing(),
                by.carer().map(Author.Carer::name).orElse(filing.helper()),
                filing.lateBecause(),
                filing.asksCosts(),
                filing.asksDirectAppeal());
    }

    /**
     * Once for each id.
     *
     * @throws nl.voorelkaar.dossier.procedure.StepRefused when that objection is over
     */
    public PreparedObjection prepareWithdrawal(Actor.Acting carer, ProcedureId bezwaar, ProcedureId id, StepId step) {
        return procedures.take(carer, carer.resident(), HERE, "bezwaar.prepare-withdrawal", turn -> {
            var state = turn.find(bezwaren, bezwaar).state();
            if (!state.open()) {
                throw ObjectionRefusal.OVER.in(state);
            }
            return turn.start(prepared, id, step, new PreparedObjection.Event.WithdrawalPrepared(bezwaar.value()));
        });
    }

    /** What was prepared for this resident, by whomever, newest first; at most 50. */
    public List<PreparedObjection> of(Actor.Acting carer) {
        return procedures.read(carer, carer.resident(), HERE, reading -> reading.all(prepared));
    }

    /** What waits for the resident, oldest first. Writes a line only when there is something to open. */
    public List<PreparedObjection> waiting(Actor.Resident actor) {
        var any = procedures.heads(actor).stream()
                .anyMatch(head -> head.kind() == ProcedureKind.KLAARGEZET
                        && head.state().equals(PreparedObjection.State.KLAARGEZET.name()));
        return any
                ? procedures.read(actor, actor.id(), HERE, reading -> reading.all(prepared)).reversed().stream()
                        .filter(one -> one.state() == PreparedObjection.State.KLAARGEZET)
                        .toList()
                : List.of();
    }

    /**
     * Does it, as the resident's own act of this moment: files the objection, or takes it back. Doing so twice does it
     * once, also when the first try stopped half-way.
     *
     * @return the objection
     */
    public Objections.Found confirm(Actor.Resident actor, ProcedureId id) {
        var waiting = procedures.read(actor, actor.id(), HERE, reading -> reading.find(prepared, id));
        var answer = step(id, "confirm");
        if (waiting.state() != PreparedObjection.State.BEVESTIGD) {
            // Refuses before anything is filed what would be refused after it.
            waiting.confirm(new Author.Resident());
        }
        var done = waiting.withdraws()
                .map(bezwaar -> objections.take(
                        actor,
                        actor.id(),
                        bezwaar,
                        step(id, "withdraw"),
                        "withdraw",
                        (now, by, at) -> now.withdraw(by)))
                .orElseGet(() -> objections.file(
                        actor,
                        waiting.besluit().orElseThrow(),
                        new ProcedureId(uuid(id, "objection")),
                        step(id, "file"),
                        waiting.filing().orElseThrow()));
        procedures.take(
                actor,
                actor.id(),
                HERE,
                "bezwaar.confirm-prepared",
                turn -> turn.take(prepared, id, answer, now -> now.confirm(turn.author())));
        return done;
    }

    /** Nothing is filed; the carer is not told why. */
    public void decline(Actor.Resident actor, ProcedureId id) {
        procedures.take(
                actor,
                actor.id(),
                HERE,
                "bezwaar.decline-prepared",
                turn -> turn.take(prepared, id, step(id, "decline"), now -> now.decline(turn.author())));
    }

    private static StepId step(ProcedureId id, String what) {
        return new StepId(uuid(id, what));
    }

    private static UUID uuid(ProcedureId id, String what) {
        return UUID.nameUUIDFromBytes((what + "|" + id).getBytes(UTF_8));
    }
}
