package nl.voorelkaar.portal.hook;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Holders;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.DossierChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leaves a message for each program that is to be told, in the transaction of what happened: nothing is told that did
 * not happen, and nothing that did is forgotten. On both faces. While no program has an address, this is one look at an
 * empty table.
 */
@Repository
class HookNews {

    private final JdbcClient sql;
    private final Holders holders;
    private final Clock clock;

    HookNews(JdbcClient sql, Holders holders, Clock clock) {
        this.sql = sql;
        this.holders = holders;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ConsentEvent event) {
        switch (event) {
            case ConsentEvent.Granted granted -> {
                granted.replaces().ifPresent(earlier -> tell(HookEvent.ENDED, granted.resident(), earlier));
                tell(granted);
            }
            case ConsentEvent.Refused refused ->
                holders.asked(refused.resident(), refused.request())
                        .filter(told()::contains)
                        .ifPresent(by -> add(
                                refused.resident(),
                                by,
                                HookEvent.ANSWERED,
                                refused.request().value()));
            case ConsentEvent.Paused paused -> tell(HookEvent.PAUSED, paused.resident(), paused.grant());
            case ConsentEvent.Resumed resumed -> tell(HookEvent.RESUMED, resumed.resident(), resumed.grant());
            case ConsentEvent.Stopped stopped -> tell(HookEvent.ENDED, stopped.resident(), stopped.grant());
            case ConsentEvent.Expired expired -> tell(HookEvent.ENDED, expired.resident(), expired.grant());
            default -> {}
        }
    }

    /** Who changed it knows. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(DossierChanged changed) {
        held(changed.resident(), held -> held.inForce() && held.sections().contains(changed.section())).stream()
                .filter(held -> changed.by().filter(held.by()::equals).isEmpty())
                .forEach(held -> add(
                        changed.resident(),
                        held.by(),
                        HookEvent.CHANGED,
                        held.grant().value()));
    }

    private void tell(ConsentEvent.Granted granted) {
        held(granted.resident(), held -> held.grant().equals(granted.grant())).forEach(held -> {
            if (granted.replaces().isEmpty()) {
                add(
                        granted.resident(),
                        held.by(),
                        HookEvent.ANSWERED,
                        held.request().value());
            }
            add(granted.resident(), held.by(), HookEvent.BEGUN, held.grant().value());
        });
    }

    private void tell(HookEvent event, ResidentId resident, GrantId grant) {
        held(resident, held -> held.grant().equals(grant))
                .forEach(held -> add(resident, held.by(), event, grant.value()));
    }

    private Set<Holders.Held> held(ResidentId resident, Predicate<Holders.Held> which) {
        var told = told();
        return told.isEmpty()
                ? Set.of()
                : holders.of(resident, told).stream().filter(which).collect(Collectors.toSet());
    }

    private Set<PartyId> told() {
        return sql.sql("select party_id from portal.hook where stopped_at is null")
                .query((row, number) -> new PartyId(row.getObject(1, UUID.class)))
                .set();
    }

    private void add(ResidentId resident, PartyId to, HookEvent event, UUID about) {
        var now = clock.instant();
        sql.sql("""
                        insert into portal.hook_message
                            (resident_id, message_id, party_id, event, about, happened_at)
                        values (:resident, :message, :to, :event, :about, :now)""")
                .param("resident", resident.value())
                .param("message", UuidV7.at(now))
                .param("to", to.value())
                .param("event", event.name())
                .param("about", about)
                .param("now", Timestamp.from(now))
                .update();
    }
}
