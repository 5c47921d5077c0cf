package nl.voorelkaar.dossier.draft;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.dossier.Draft;
import nl.voorelkaar.dossier.DraftId;
import nl.voorelkaar.dossier.DraftRefused;
import nl.voorelkaar.dossier.Drafts;
import nl.voorelkaar.dossier.FormKey;
import nl.voorelkaar.dossier.vault.KeyBroker;
import nl.voorelkaar.dossier.vault.RecordId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Component
@Face.OnResident
class SealedDrafts implements Drafts {

    private static final int RESIDENTS_A_ROUND = 1_000;

    private record Body(String form, String page, @Nullable Integer basedOn, Map<String, String> fields) {}

    private final KeyBroker broker;
    private final DraftRows rows;
    private final RowScope scope;
    private final TransactionTemplate transaction;
    private final Clock clock;
    /** Of its own: how drafts are kept must not follow the settings of some web answer. */
    private final JsonMapper json = JsonMapper.builder().build();

    SealedDrafts(
            KeyBroker broker, DraftRows rows, RowScope scope, PlatformTransactionManager transactions, Clock clock) {
        this.broker = broker;
        this.rows = rows;
        this.scope = scope;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public List<Draft> of(Actor.Resident actor, FormKey form) {
        return rows(actor).stream()
                .filter(row -> row.form().equals(form))
                .map(row -> open(actor, row))
                .toList();
    }

    @Override
    public List<Draft> newest(Actor.Resident actor, int most) {
        return rows(actor).stream().limit(most).map(row -> open(actor, row)).toList();
    }

    private List<DraftRows.Row> rows(Actor.Resident actor) {
        var since = clock.instant().minus(KEPT);
        return within(actor.id(), () -> rows.all(actor.id(), since));
    }

    private Draft open(Actor.Resident actor, DraftRows.Row row) {
        var bytes = broker.openOwn(actor, bodyOf(row.id()), row.version(), row.body());
        var body = json.readValue(bytes, Body.class);
        if (!body.form().equals(row.form().value())) {
            throw new SecurityException("the row does not belong to this text");
        }
        return new Draft(
                row.id(),
                row.form(),
                body.page(),
                body.fields(),
                Optional.ofNullable(body.basedOn()),
                row.version(),
                row.keptAt());
    }

    @Override
    public Draft keep(Actor.Resident actor, Draft draft) {
        // By way of a string: an unpaired surrogate becomes a question mark there, and an error otherwise.
        var bytes = json.writeValueAsString(new Body(
                        draft.form().value(), draft.page(), draft.basedOn().orElse(null), draft.fields()))
                .getBytes(UTF_8);
        if (bytes.length > LARGEST) {
            throw new DraftRefused(DraftRefused.Reason.TOO_LARGE);
        }
        var version = draft.version() + 1;
        var row = new DraftRows.Row(
                draft.id(),
                draft.form(),
                version,
                broker.sealOwn(actor, bodyOf(draft.id()), version, bytes),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        within(actor.id(), () -> {
            if (version == 1 && rows.count(actor.id()) >= MOST) {
                throw new DraftRefused(DraftRefused.Reason.TOO_MANY);
            }
            var kept = version == 1 ? rows.insert(actor.id(), row) : rows.update(actor.id(), row);
            if (!kept) {
                throw new DraftRefused(DraftRefused.Reason.KEPT_ELSEWHERE);
            }
            return true;
        });
        return new Draft(
                draft.id(), draft.form(), draft.page(), draft.fields(), draft.basedOn(), version, row.keptAt());
    }

    @Override
    public void discard(Actor.Resident actor, DraftId id) {
        within(actor.id(), () -> {
            rows.delete(actor.id(), id);
            return true;
        });
    }

    @Override
    public int sweep() {
        var before = clock.instant().minus(KEPT);
        var residents = transaction.execute(status -> rows.residentsWithOld(before, RESIDENTS_A_ROUND));
        return residents.stream()
                .mapToInt(resident -> within(resident, () -> rows.deleteOld(resident, before)))
                .sum();
    }

    private <T> T within(ResidentId resident, Supplier<T> work) {
        return transaction.execute(status -> {
            scope.enter(resident);
            return work.get();
        });
    }

    private static RecordId bodyOf(DraftId id) {
        return new RecordId("draft.body", id.value());
    }
}
