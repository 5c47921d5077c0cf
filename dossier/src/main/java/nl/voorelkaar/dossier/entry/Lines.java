package nl.voorelkaar.dossier.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;

/** Ledger lines about content. */
public final class Lines {

    private Lines() {}

    public static LedgerEvent done(
            LedgerEvent.Kind kind, Actor actor, ResidentId resident, Section section, Decision.Permitted ground) {
        return new LedgerEvent(
                resident,
                kind,
                Optional.of(actor),
                Set.of(section),
                Optional.of(ground.ground()),
                ground.statute(),
                ground.grant(),
                LedgerEvent.Outcome.DONE,
                Map.of());
    }

    public static LedgerEvent done(
            LedgerEvent.Kind kind, Actor.Resident actor, Set<Section> sections, Map<String, String> details) {
        return new LedgerEvent(
                actor.id(),
                kind,
                Optional.of(actor),
                sections,
                Optional.of(Grondslag.EIGEN_DOSSIER),
                Optional.empty(),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                details);
    }

    static LedgerEvent refused(LedgerEvent.Kind kind, Actor actor, ResidentId resident, Set<Section> sections) {
        return LedgerEvent.refused(resident, kind, actor, sections, Map.of());
    }
}
