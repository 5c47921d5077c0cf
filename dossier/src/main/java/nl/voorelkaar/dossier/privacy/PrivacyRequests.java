package nl.voorelkaar.dossier.privacy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Restrictions;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Filed;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Line;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
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

    private final Procedures procedures;
    private final VerzoekType verzoeken;
    private final Ledger ledger;
    private final Restrictions restrictions;

    PrivacyRequests(Procedures procedures, VerzoekType verzoeken, Ledger ledger, Restrictions restrictions) {
        this.procedures = procedures;
        this.verzoeken = verzoeken;
        this.ledger = ledger;
        this.restrictions = restrictions;
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
                new Filed(
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
        return file(actor, id, step, new Filed(right, words, about, Optional.empty()));
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
