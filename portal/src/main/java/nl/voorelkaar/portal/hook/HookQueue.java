package nl.voorelkaar.portal.hook;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Holders;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.portal.notice.Patience;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What programs have yet to hear, one program at a time: whoever takes a program has it alone for a minute, on
 * whichever node, so that messages to one address go in the order in which things happened. Sees messages of all
 * programs, and of residents nothing but whether what they gave is in force.
 */
@Repository
@Face.OnWorkspace
class HookQueue {

    private static final Duration ALONE = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final Holders holders;
    private final Addresses addresses;
    private final Clock clock;

    HookQueue(JdbcClient sql, Holders holders, Addresses addresses, Clock clock) {
        this.sql = sql;
        this.holders = holders;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** What is to be sent now, and where. */
    record Due(HookMessage message, URI address, int tries) {}

    /** A program that has something to hear, and that nobody else is telling; the one that waits longest first. */
    @Transactional
    Optional<PartyId> take() {
        enter();
        var now = clock.instant();
        var found = sql.sql("""
                        select party_id from portal.hook h
                         where stopped_at is null and next_try_at <= :now
                           and exists (select 1 from portal.hook_message m where m.party_id = h.party_id)
                         order by next_try_at limit 1 for update skip locked""")
                .param("now", Timestamp.from(now))
                .query((row, number) -> new PartyId(row.getObject(1, UUID.class)))
                .optional();
        found.ifPresent(program -> again(program, now.plus(ALONE)));
        return found;
    }

    /**
     * The next message of a program that was taken. That something changed is told once for all changes so far, and not
     * of what is not in force any more.
     */
    @Transactional
    Optional<Due> next(PartyId program) {
        enter();
        again(program, clock.instant().plus(ALONE));
        for (var first = first(program); first.isPresent(); first = first(program)) {
            var message = first.get();
            if (message.event() != HookEvent.CHANGED) {
                return due(message);
            }
            forgetOthers(message);
            if (inForce(message)) {
                return due(message);
            }
            forget(message);
        }
        return Optional.empty();
    }

    private Optional<HookMessage> first(PartyId program) {
        return sql.sql("""
                        select resident_id, message_id, party_id, event, about, happened_at from portal.hook_message
                         where party_id = :program order by happened_at, message_id limit 1""")
                .param("program", program.value())
                .query((row, number) -> message(row))
                .optional();
    }

    private static HookMessage message(ResultSet row) throws SQLException {
        return new HookMessage(
                row.getObject("message_id", UUID.class),
                new ResidentId(row.getObject("resident_id", UUID.class)),
                new PartyId(row.getObject("party_id", UUID.class)),
                HookEvent.valueOf(row.getString("event")),
                row.getObject("about", UUID.class),
                row.getTimestamp("happened_at").toInstant());
    }

    private Optional<Due> due(HookMessage message) {
        return sql.sql("select address, tries from portal.hook where party_id = :program and stopped_at is null")
                .param("program", message.to().value())
                .query((row, number) ->
                        new Due(message, addresses.open(message.to(), row.getBytes("address")), row.getInt("tries")))
                .optional();
    }

    private boolean inForce(HookMessage message) {
        return holders.of(message.resident(), Set.of(message.to())).stream()
                .anyMatch(held -> held.inForce() && held.grant().value().equals(message.about()));
    }

    private void forgetOthers(HookMessage changed) {
        sql.sql("""
                        delete from portal.hook_message
                         where resident_id = :resident and party_id = :program and about = :about and event = :event
                           and message_id <> :message""")
                .param("resident", changed.resident().value())
                .param("program", changed.to().value())
                .param("about", changed.about())
                .param("event", changed.event().name())
                .param("message", changed.id())
                .update();
    }

    private void forget(HookMessage message) {
        sql.sql("delete from portal.hook_message where resident_id = :resident and message_id = :message")
                .param("resident", message.resident().value())
                .param("message", message.id())
                .update();
    }

    /** It was heard. */
    @Transactional
    void heard(HookMessage message) {
        enter();
        forget(message);
        sql.sql("""
                        update portal.hook
                           set tries = 0, failing_since = null, failure = null, last_taken_at = :now
                         where party_id = :program""")
                .param("now", Timestamp.from(clock.instant()))
                .param("program", message.to().value())
                .update();
    }

    /** For whoever is next: others may tell this program from now on. */
    @Transactional
    void release(PartyId program) {
        enter();
        again(program, clock.instant());
    }

    /**
     * It was not heard: the address rests, each time longer. When that took too long, or when the address is gone, all
     * that waits is thrown away, and nothing more is kept for it.
     *
     * @return whether this was the last try
     */
    @Transactional
    boolean failed(Due due, Hook.Failure failure) {
        enter();
        var now = clock.instant();
        var program = due.message().to();
        var last = failure == Hook.Failure.OPGEHEVEN || Patience.isOver(due.tries());
        sql.sql("""
                        update portal.hook
                           set tries = tries + 1, failure = :failure, failing_since = coalesce(failing_since, :now),
                               next_try_at = :next, stopped_at = case when :last then cast(:now as timestamptz) end
                         where party_id = :program""")
                .param("failure", failure.name())
                .param("now", Timestamp.from(now))
                .param("next", Timestamp.from(now.plus(Patience.after(due.tries()))))
                .param("last", last)
                .param("program", program.value())
                .update();
        if (last) {
            sql.sql("delete from portal.hook_message where party_id = :program")
                    .param("program", program.value())
                    .update();
        }
        return last;
    }

    private void again(PartyId program, Instant at) {
        sql.sql("update portal.hook set next_try_at = :at where party_id = :program")
                .param("at", Timestamp.from(at))
                .param("program", program.value())
                .update();
    }

    private void enter() {
        sql.sql("select set_config('app.task', 'tell', true)")
                .query(String.class)
                .single();
    }
}
