package nl.voorelkaar.dossier.handover;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Handover;
import nl.voorelkaar.consent.HandoverId;
import nl.voorelkaar.consent.Handovers;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.entry.EntryAccess;
import nl.voorelkaar.dossier.vault.KeyBroker;
import nl.voorelkaar.dossier.vault.RecordId;
import nl.voorelkaar.dossier.vault.SealedRecord;
import nl.voorelkaar.dossier.vault.SectionKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class SealedHandovers implements WarmHandovers {

    /** Where a note can be, the first in which the giver takes steps by law. */
    private static final List<Section> PLACES = List.of(Section.PLAN, Section.BESLUITEN, Section.KLACHT);

    private static final String OFFER = "overdracht.offer";

    private final Handovers handovers;
    private final AccessGate gate;
    private final KeyBroker broker;
    private final EntryAccess access;
    private final RowScope scope;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    SealedHandovers(
            Handovers handovers,
            AccessGate gate,
            KeyBroker broker,
            EntryAccess access,
            RowScope scope,
            JdbcClient sql,
            PlatformTransactionManager transactions) {
        this.handovers = handovers;
        this.gate = gate;
        this.broker = broker;
        this.access = access;
        this.scope = scope;
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Handover offer(Actor.Professional actor, HandoverId id, ResidentId resident, PartyId to, String note) {
        if (note.isBlank() || note.length() > LONGEST) {
            throw new IllegalArgumentException("a note has 1 to 10000 characters");
        }
        var place = PLACES.stream()
                .filter(section -> byLaw(actor, resident, section))
                .findFirst()
                .orElseThrow(() -> new AccessRefused(Decision.Reason.NO_GROUND));
        var offering = Access.step(resident, Set.of(place), OFFER);
        try (var keys = broker.open(actor, offering)) {
            return transaction.execute(status -> {
                access.requireStill(actor, offering);
                var handover = handovers.offer(actor, id, resident, to);
                scope.enter(actor, resident, Set.of(place));
                keep(keys, resident, id, place, note.strip());
                return handover;
            });
        }
    }

    private boolean byLaw(Actor.Professional actor, ResidentId resident, Section section) {
        return gate.decide(actor, Access.step(resident, Set.of(section), OFFER)).get(section)
                        instanceof Decision.Permitted permit
                && permit.ground() == Grondslag.WETTELIJKE_TAAK;
    }

    @Override
    public String note(Actor.Resident actor, HandoverId id) {
        handovers.find(actor, id);
        return note(actor, actor.id(), id, PLACES);
    }

    @Override
    public String note(Actor.Professional actor, HandoverId id) {
        var resident = handovers.find(actor, id).of();
        var readable = PLACES.stream()
                .filter(section ->
                        gate.decide(actor, Access.read(resident, section)).get(section)
                                        instanceof Decision.Permitted permit
                                && permit.ground() == Grondslag.WETTELIJKE_TAAK)
                .toList();
        return note(actor, resident, id, readable);
    }

    private String note(Actor actor, ResidentId resident, HandoverId id, List<Section> places) {
        for (var place : places) {
            if (there(actor, resident, id, place)) {
                try (var keys = broker.open(actor, Access.read(resident, place))) {
                    return transaction.execute(status -> {
                        scope.enter(actor, resident, Set.of(place));
                        return stored(resident, id, place)
                                .map(note -> new String(keys.open(place, record(id), 1, note), UTF_8))
                                .orElseThrow(() -> new AccessRefused(Decision.Reason.NO_GROUND));
                    });
                }
            }
        }
        throw new AccessRefused(Decision.Reason.NO_GROUND);
    }

    private boolean there(Actor actor, ResidentId resident, HandoverId id, Section place) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            scope.enter(actor, resident, Set.of(place));
            return stored(resident, id, place).isPresent();
        }));
    }

    private void keep(SectionKeys keys, ResidentId resident, HandoverId id, Section place, String note) {
        var sealed = keys.seal(place, record(id), 1, note.getBytes(UTF_8));
        sql.sql("""
                        insert into dossier.handover_note (resident_id, handover_id, section, epoch, suite, body)
                        values (:resident, :handover, :section, :epoch, :suite, :body) on conflict do nothing
                        """)
                .param("resident", resident.value())
                .param("handover", id.value())
                .param("section", place.number())
                .param("epoch", sealed.epoch())
                .param("suite", sealed.suite())
                .param("body", sealed.bytes())
                .update();
    }

    private Optional<SealedRecord> stored(ResidentId resident, HandoverId id, Section place) {
        return sql.sql("""
                        select suite, epoch, body from dossier.handover_note
                         where resident_id = :resident and handover_id = :handover and section = :section
                        """)
                .param("resident", resident.value())
                .param("handover", id.value())
                .param("section", place.number())
                .query((row, n) -> new SealedRecord(row.getInt(1), row.getInt(2), row.getBytes(3)))
                .optional();
    }

    private static RecordId record(HandoverId id) {
        return new RecordId("handover.note", id.value());
    }
}
