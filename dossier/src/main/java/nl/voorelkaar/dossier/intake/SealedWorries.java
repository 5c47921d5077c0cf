package nl.voorelkaar.dossier.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.RateLimits;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Service
class SealedWorries implements Worries {

    private static final int MOST = 200;
    private static final UUID EVERYBODY = new UUID(0, 0);
    private static final String BODY = "body";
    private static final String OUTCOME = "outcome";

    /** How it ended: as a melding in a dossier, or closed with a reason. */
    private record Outcome(@Nullable UUID melding, @Nullable String reason) {}

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final RowScope scope;
    private final Sealing sealing;
    private final RateLimits limits;
    private final Clock clock;
    /** Of its own: how texts are kept must not follow the settings of some web answer. */
    private final JsonMapper json = JsonMapper.builder().build();

    SealedWorries(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            RowScope scope,
            Sealing sealing,
            RateLimits limits,
            Clock clock) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.scope = scope;
        this.sealing = sealing;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public boolean tell(UUID id, Worry.Text text, UUID from) {
        if (!limits.take(RateLimits.Limit.WORRY, from) || !limits.take(RateLimits.Limit.WORRIES, EVERYBODY)) {
            return false;
        }
        var body = seal(id, BODY, json.writeValueAsBytes(text));
        transaction.executeWithoutResult(status -> sql.sql("insert into dossier.worry (worry_id, state, told_at, body)"
                        + " values (:worry, 'OPEN', :now, :body) on conflict do nothing")
                .param("worry", id)
                .param("now", now())
                .param("body", body)
                .update());
        return true;
    }

    @Override
    public List<Worry> waiting(Actor.Professional actor) {
        return inScope(
                actor,
                () -> sql.sql("select worry_id, told_at, body from dossier.worry where state = 'OPEN'"
                                + " order by told_at desc, worry_id limit :most")
                        .param("most", MOST)
                        .query((row, n) -> worry(
                                row.getObject(1, UUID.class),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getBytes(3)))
                        .list());
    }

    @Override
    public int count(Actor.Professional actor) {
        return inScope(
                actor,
                () -> sql.sql("select count(*) from dossier.worry where state = 'OPEN'")
                        .query(Integer.class)
                        .single());
    }

    @Override
    public void linked(Actor.Professional actor, UUID id, ProcedureId melding) {
        handle(actor, id, "LINKED", new Outcome(melding.value(), null));
    }

    @Override
    public void close(Actor.Professional actor, UUID id, String reason) {
        if (reason.isBlank() || reason.codePointCount(0, reason.length()) > Worry.LONGEST_TEXT) {
            throw new IllegalArgumentException("says nothing, or is too long");
        }
        handle(actor, id, "CLOSED", new Outcome(null, reason.strip()));
    }

    private void handle(Actor.Professional actor, UUID id, String state, Outcome outcome) {
        var sealed = seal(id, OUTCOME, json.writeValueAsBytes(outcome));
        inScope(
                actor,
                () -> sql.sql("update dossier.worry set state = :state, handled_by = :party, handled_at = :now,"
                                + " outcome = :outcome where worry_id = :worry and state = 'OPEN'")
                        .param("state", state)
                        .param("party", actor.id().value())
                        .param("now", now())
                        .param("outcome", sealed)
                        .param("worry", id)
                        .update());
    }

    private <T> T inScope(Actor.Professional actor, java.util.function.Supplier<T> work) {
        if (!actor.level().atLeast(AssuranceLevel.REQUIRED)) {
            throw new AccessRefused(Decision.Reason.ASSURANCE_TOO_LOW);
        }
        if (actor.role() != Role.KCC) {
            throw new AccessRefused(Decision.Reason.ROLE_MAY_NOT);
        }
        return transaction.execute(status -> {
            scope.enter(actor);
            return work.get();
        });
    }

    private Worry worry(UUID id, Instant at, byte[] body) {
        return new Worry(
                id,
                at,
                json.readValue(sealing.open(Sealing.Kind.DIRECTORY, id, context(id, BODY), body), Worry.Text.class));
    }

    private byte[] seal(UUID id, String column, byte[] text) {
        return sealing.seal(Sealing.Kind.DIRECTORY, id, context(id, column), text);
    }

    private static String context(UUID id, String column) {
        return "dossier.worry/" + id + "/" + column;
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
