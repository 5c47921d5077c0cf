package nl.voorelkaar.consent.watch;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CloserWatch;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.RowScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class WatchedCloser implements CloserWatch {

    private final JdbcClient jdbc;
    private final RowScope scope;
    private final Streets streets;
    private final Ledger ledger;

    WatchedCloser(JdbcClient jdbc, RowScope scope, Streets streets, Ledger ledger) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.streets = streets;
        this.ledger = ledger;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean asked(Actor.Resident actor) {
        scope.enter(actor.id());
        return isAsked(actor.id());
    }

    private boolean isAsked(ResidentId resident) {
        return jdbc.sql("SELECT asked FROM consent.closer_watch WHERE resident_id = :resident")
                .param("resident", resident.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Override
    @Transactional
    public void ask(Actor.Resident actor, boolean on) {
        scope.enter(actor.id());
        if (isAsked(actor.id()) == on) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO consent.closer_watch (resident_id, asked) VALUES (:resident, :on)
                        ON CONFLICT (resident_id) DO UPDATE SET asked = excluded.asked""").param("resident", actor.id().value()).param("on", on).update();
        ledger.append(new LedgerEvent(
                actor.id(),
                LedgerEvent.Kind.STEP_TAKEN,
                Optional.of(actor),
                Set.of(),
                Optional.of(Grondslag.EIGEN_DOSSIER),
                Optional.empty(),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                Map.of("step", on ? "watch.on" : "watch.off")));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean toLocate(ResidentId resident, LocalDate today) {
        scope.enter(resident);
        return jdbc.sql("SELECT count(*) FROM consent.closer_watch WHERE resident_id = :resident"
                                + " AND street_on > :since AND street_on <= :today")
                        .param("resident", resident.value())
                        .param("since", today.minus(ASKED_AGAIN))
                        .param("today", today)
                        .query(Long.class)
                        .single()
                == 0;
    }

    @Override
    @Transactional
    public void lives(ResidentId resident, Optional<String> postcode, LocalDate today) {
        scope.enter(resident);
        jdbc.sql("""
                        INSERT INTO consent.closer_watch (resident_id, street, street_on)
                        VALUES (:resident, :street, :today)
                        ON CONFLICT (resident_id) DO UPDATE
                        SET street = excluded.street, street_on = excluded.street_on""")
                .param("resident", resident.value())
                .param("street", sealed(resident.value(), postcode), Types.BINARY)
                .param("today", today)
                .update();
    }

    @Override
    @Transactional
    public void lives(PartyId party, Optional<String> postcode) {
        scope.enter(Optional.empty(), Optional.of(party), Optional.empty());
        jdbc.sql("UPDATE consent.party SET street = :street WHERE party_id = :party")
                .param("street", sealed(party.value(), postcode), Types.BINARY)
                .param("party", party.value())
                .update();
    }

    private byte @org.jspecify.annotations.Nullable [] sealed(UUID owner, Optional<String> postcode) {
        return postcode.map(text -> text.replaceAll("\\s", "").toUpperCase(Locale.ROOT))
                .filter(text -> text.matches("[1-9][0-9]{3}[A-Z]{2}"))
                .map(text -> streets.seal(owner, text))
                .orElse(null);
    }
}
