package nl.voorelkaar.dossier.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.KeylessSteps;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import org.springframework.stereotype.Service;

/**
 * That a letter also stands ready for who acts for the resident in that procedure by a mandate (Awb 6:17, 2:1), written
 * in its delivery ledger. Needs no login and no key: it is a code and a moment, and says not who. Once for each time
 * that a letter left.
 */
@Service
@Face.OnResident
public class CopiedLetters {

    private final KeylessSteps steps;

    CopiedLetters(KeylessSteps steps) {
        this.steps = steps;
    }

    /** What is copied, and by which scopes of a mandate. */
    public enum Letter {
        BESLUIT(Set.of(MandateScope.AANVRAAG, MandateScope.BEZWAAR)),
        BESLISSING_OP_BEZWAAR(Set.of(MandateScope.BEZWAAR)),
        AFDOENING_KLACHT(Set.of(MandateScope.KLACHT));

        private final Set<MandateScope> scopes;

        Letter(Set<MandateScope> scopes) {
            this.scopes = scopes;
        }

        public Set<MandateScope> scopes() {
            return scopes;
        }
    }

    /**
     * @param wanted whether somebody acts for the resident in this now
     * @return what was copied just now; empty when nothing left, nobody acts, or it was written before
     */
    public Optional<Letter> copy(ResidentId resident, ProcedureId id, Predicate<Letter> wanted) {
        var copied = new AtomicReference<Optional<Letter>>(Optional.empty());
        steps.take(new Case(resident, id), (_, verbs) -> {
            copied.set(waits(verbs).filter(wanted));
            return copied.get().map(_ -> KeylessSteps.Taken.only(BesluitType.COPIED));
        });
        return copied.get();
    }

    private static Optional<Letter> waits(List<String> verbs) {
        var decision = Math.max(
                verbs.lastIndexOf(BesluitType.ANNOUNCE),
                Math.max(verbs.lastIndexOf(BesluitType.PLACE), verbs.lastIndexOf(BesluitType.SEND_AGAIN)));
        var outcome = Math.max(verbs.lastIndexOf("send"), verbs.lastIndexOf(Deliveries.PLACE_OUTCOME));
        var copied = verbs.lastIndexOf(BesluitType.COPIED);
        if (decision > copied) {
            return Optional.of(Letter.BESLUIT);
        }
        if (outcome <= copied) {
            return Optional.empty();
        }
        if (verbs.contains("decide")) {
            return Optional.of(Letter.BESLISSING_OP_BEZWAAR);
        }
        return verbs.contains("settle") ? Optional.of(Letter.AFDOENING_KLACHT) : Optional.empty();
    }
}
