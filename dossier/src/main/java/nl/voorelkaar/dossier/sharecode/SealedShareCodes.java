package nl.voorelkaar.dossier.sharecode;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Deaths;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.RateLimits;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.CodeText;
import nl.voorelkaar.dossier.ShareCodes;
import nl.voorelkaar.dossier.vault.BlindIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class SealedShareCodes implements ShareCodes {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final RowScope scope;
    private final AccessGate gate;
    private final Finders finders;
    private final Sealing sealing;
    private final BlindIndex indexes;
    private final RateLimits limits;
    private final Ledger ledger;
    private final Deaths deaths;
    private final Clock clock;

    SealedShareCodes(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            RowScope scope,
            AccessGate gate,
            Finders finders,
            Sealing sealing,
            BlindIndex indexes,
            RateLimits limits,
            Ledger ledger,
            Deaths deaths,
            Clock clock) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.scope = scope;
        this.gate = gate;
        this.finders = finders;
        this.sealing = sealing;
        this.indexes = indexes;
        this.limits = limits;
        this.ledger = ledger;
        this.deaths = deaths;
        this.clock = clock;
    }

    @Override
    public ShareCode current(Actor.Resident actor) {
        requireOwner(actor);
        return transaction.execute(status -> {
            scope.enter(actor.id());
            return live(actor.id())
                    .or(() -> issue(actor, false))
                    .or(() -> live(actor.id()))
                    .orElseThrow();
        });
    }

    @Override
    public ShareCode renew(Actor.Resident actor) {
        requireOwner(actor);
        return transaction.execute(status -> {
            scope.enter(actor.id());
            return issue(actor, true).orElseThrow();
        });
    }

    /** A code is no key, but only somebody who could open the dossier hands one out. */
    private void requireOwner(Actor.Resident actor) {
        var answer =
                gate.decide(actor, Access.read(actor.id(), Section.VERHAAL)).get(Section.VERHAAL);
        if (!(answer instanceof Decision.Permitted)) {
            throw new AccessRefused(Decision.Reason.NOT_THE_RESIDENT);
        }
    }

    private Optional<ShareCode> live(ResidentId resident) {
        return sql.sql("""
                        select index, sealed, expires_at from dossier.share_code
                         where resident_id = :resident and expires_at > :now
                        """)
                .param("resident", resident.value())
                .param("now", now().atOffset(ZoneOffset.UTC))
                .query((row, n) -> {
                    var text = sealing.open(
                            Sealing.Kind.PROFILE,
                            resident.value(),
                            context(row.getBytes("index")),
                            row.getBytes("sealed"));
                    return new ShareCode(
                            new CodeText(new String(text, US_ASCII)).shown(),
                            row.getObject("expires_at", OffsetDateTime.class).toInstant());
                })
                .optional();
    }

    /**
     * @param replace whether a live code gives way
     * @return empty when there is a live code that stays: made by another tab at the same time
     */
    private Optional<ShareCode> issue(Actor.Resident actor, boolean replace) {
        var code = CodeText.random();
        var index = indexes.index(BlindIndex.SHARE_CODE, code.characters());
        var expires = now().plus(VALID);
        var issued = sql.sql("""
                        insert into dossier.share_code (resident_id, index, sealed, expires_at)
                        values (:resident, :index, :sealed, :expires)
                        on conflict (resident_id) do update
                           set index = excluded.index, sealed = excluded.sealed, expires_at = excluded.expires_at
                         where :replace or share_code.expires_at <= :now
                        """)
                .param("replace", replace)
                .param("now", now().atOffset(ZoneOffset.UTC))
                .param("resident", actor.id().value())
                .param("index", index)
                .param(
                        "sealed",
                        sealing.seal(
                                Sealing.Kind.PROFILE,
                                actor.id().value(),
                                context(index),
                                code.characters().getBytes(US_ASCII)))
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
        if (issued == 0) {
            return Optional.empty();
        }
        ledger.append(new LedgerEvent(
                actor.id(),
                LedgerEvent.Kind.CODE_ISSUED,
                Optional.of(actor),
                Set.of(),
                Optional.of(Grondslag.EIGEN_DOSSIER),
                Optional.empty(),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                Map.of()));
        return Optional.of(new ShareCode(code.shown(), expires));
    }

    @Override
    public ResidentId redeem(Actor.Professional actor, String code) {
        finders.require(actor);
        // Every try takes a turn, also one that could not be a code: else the shape of codes could be felt out for
        // free.
        if (!limits.take(RateLimits.Limit.CODE_REDEMPTION, actor.id().value())) {
            throw new CodeRefused(true);
        }
        var found = CodeText.typed(code).flatMap(typed -> find(actor, typed)).orElseThrow(() -> new CodeRefused(false));
        limits.giveBack(RateLimits.Limit.CODE_REDEMPTION, actor.id().value());
        return found;
    }

    /** Unknown, expired, and of somebody who died are one answer. */
    private Optional<ResidentId> find(Actor.Professional actor, CodeText code) {
        var index = indexes.index(BlindIndex.SHARE_CODE, code.characters());
        return transaction.execute(status -> {
            sql.sql("select set_config('app.index', :index, true)")
                    .param("index", HexFormat.of().formatHex(index))
                    .query(String.class)
                    .single();
            var found = sql.sql("select resident_id from dossier.share_code where index = :index and expires_at > :now")
                    .param("index", index)
                    .param("now", now().atOffset(ZoneOffset.UTC))
                    .query((row, n) -> new ResidentId(row.getObject(1, UUID.class)))
                    .optional()
                    .filter(resident -> deaths.of(resident).isEmpty());
            found.ifPresent(resident -> {
                scope.enter(actor, resident);
                ledger.append(new LedgerEvent(
                        resident,
                        LedgerEvent.Kind.CODE_USED,
                        Optional.of(actor),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        LedgerEvent.Outcome.DONE,
                        Map.of()));
            });
            return found;
        });
    }

    private static String context(byte[] index) {
        return "dossier.share_code/" + HexFormat.of().formatHex(index) + "/sealed";
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
