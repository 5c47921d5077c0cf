package nl.voorelkaar.portal.hook;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.dossier.vault.ReaderSignatures;
import nl.voorelkaar.portal.access.HouseSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where programs want to be told: at most one address each, and only their own. */
@Service
@Face.OnWorkspace
public class Hooks {

    private final JdbcClient sql;
    private final RowScope scope;
    private final Addresses addresses;
    private final ReaderSignatures signatures;
    private final HookAddress policy;
    private final Clock clock;

    Hooks(
            JdbcClient sql,
            RowScope scope,
            Addresses addresses,
            ReaderSignatures signatures,
            HouseSettings settings,
            Clock clock) {
        this.sql = sql;
        this.scope = scope;
        this.addresses = addresses;
        this.signatures = signatures;
        this.policy = new HookAddress(!settings.secure());
        this.clock = clock;
    }

    /** Empty when nothing can be sent there: not https, or no name of the public internet. */
    public Optional<URI> address(String text) {
        return policy.read(text);
    }

    /**
     * From now on this program is told there. The same address once more changes nothing, unless it was stopped: then
     * it begins anew. Another address gets what waits.
     */
    @Transactional
    public Hook set(Actor.Professional program, URI address) {
        scope.enter(program);
        var active = stored(program.id()).filter(hook -> hook.stopped().isEmpty());
        if (active.isEmpty()) {
            forgetMessages(program);
        }
        if (active.filter(hook -> hook.address().equals(address)).isPresent()) {
            sql.sql("update portal.hook set next_try_at = :now where party_id = :program and failing_since is not null")
                    .param("now", Timestamp.from(clock.instant()))
                    .param("program", program.id().value())
                    .update();
        } else {
            sql.sql("""
                            insert into portal.hook as hook (party_id, address, set_at, next_try_at)
                            values (:program, :address, :now, :now)
                            on conflict (party_id) do update
                               set address = excluded.address, set_at = :now, next_try_at = :now, tries = 0,
                                   last_taken_at = null, failing_since = null, failure = null, stopped_at = null""")
                    .param("program", program.id().value())
                    .param("address", addresses.seal(program.id(), address))
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
        return stored(program.id()).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<Hook> find(Actor.Professional program) {
        scope.enter(program);
        return stored(program.id());
    }

    /** Nothing more is told, and what waits is thrown away. The same when there was none. */
    @Transactional
    public void remove(Actor.Professional program) {
        scope.enter(program);
        sql.sql("delete from portal.hook where party_id = :program")
                .param("program", program.id().value())
                .update();
        forgetMessages(program);
    }

    private void forgetMessages(Actor.Professional program) {
        sql.sql("delete from portal.hook_message where party_id = :program")
                .param("program", program.id().value())
                .update();
    }

    private Optional<Hook> stored(PartyId program) {
        return sql.sql("""
                        select address, set_at, last_taken_at, failing_since, failure, next_try_at, stopped_at,
                               (select count(*) from portal.hook_message m where m.party_id = hook.party_id) as waiting
                          from portal.hook where party_id = :program""")
                .param("program", program.value())
                .query((row, number) -> hook(program, row))
                .optional();
    }

    private Hook hook(PartyId program, ResultSet row) throws SQLException {
        var failure = Optional.ofNullable(row.getString("failure")).map(Hook.Failure::valueOf);
        var stopped = at(row.getTimestamp("stopped_at"));
        return new Hook(
                addresses.open(program, row.getBytes("address")),
                "whpk_" + Base64.getEncoder().encodeToString(signatures.publicKey(program)),
                row.getTimestamp("set_at").toInstant(),
                row.getLong("waiting"),
                at(row.getTimestamp("last_taken_at")),
                at(row.getTimestamp("failing_since")),
                failure,
                failure.isPresent() && stopped.isEmpty() ? at(row.getTimestamp("next_try_at")) : Optional.empty(),
                stopped);
    }

    private static Optional<Instant> at(@Nullable Timestamp moment) {
        return Optional.ofNullable(moment).map(Timestamp::toInstant);
    }
}
