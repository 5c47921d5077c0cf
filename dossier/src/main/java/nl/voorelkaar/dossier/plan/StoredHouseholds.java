package nl.voorelkaar.dossier.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.RateLimits;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.CodeText;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.procedure.ProcedureEvent;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.dossier.vault.BlindIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Service
class StoredHouseholds implements Households {

    private static final Set<Section> HERE = Set.of(Section.PLAN);
    private static final int MOST = 20;

    private final Procedures procedures;
    private final Residents residents;
    private final AccessGate gate;
    private final RowScope scope;
    private final Sealing sealing;
    private final BlindIndex indexes;
    private final RateLimits limits;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final PlanType type;
    private final Clock clock;
    /** Of its own: how texts are kept must not follow the settings of some web answer. */
    private final JsonMapper json = JsonMapper.builder().build();

    StoredHouseholds(
            Procedures procedures,
            Residents residents,
            AccessGate gate,
            RowScope scope,
            Sealing sealing,
            BlindIndex indexes,
            RateLimits limits,
            JdbcClient sql,
            PlatformTransactionManager transactions,
            Deadlines deadlines,
            Clock clock) {
        this.procedures = procedures;
        this.residents = residents;
        this.gate = gate;
        this.scope = scope;
        this.sealing = sealing;
        this.indexes = indexes;
        this.limits = limits;
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.type = new PlanType(deadlines);
        this.clock = clock;
    }

    private record Row(
            ResidentId resident,
            UUID household,
            byte[] name,
            PlanState state,
            Optional<Instant> left,
            byte @Nullable [] shared,
            Optional<Instant> sharedAt) {}

    /** Where a code leads. */
    private record Invited(UUID household, ResidentId by) {}

    @Override
    public Optional<Household> of(Actor actor, ResidentId resident, ProcedureId plan) {
        requireReading(actor, resident);
        return inScope(
                actor,
                resident,
                () -> own(resident, plan)
                        .map(own -> new Household(
                                own.household(),
                                members(own.household()).stream()
                                        .sorted(Comparator.comparing(
                                                row -> !row.resident().equals(resident)))
                                        .map(row -> member(row, resident))
                                        .toList())));
    }

    private Household.Member member(Row row, ResidentId self) {
        var shared = row.shared();
        return new Household.Member(
                new String(open(row.household(), row.resident(), "name", row.name()), UTF_8),
                row.resident().equals(self),
                row.state(),
                row.left(),
                shared == null
                        ? Optional.empty()
                        : row.sharedAt()
                                .map(at -> new Household.Shared(
                                        json.readValue(
                                                open(row.household(), row.resident(), "shared", shared), Content.class),
                                        at)));
    }

    @Override
    public Code invite(Actor.Resident actor, Ondersteuningsplan plan) {
        requireReading(actor, actor.id());
        var name = residents.profile(actor).name();
        var code = CodeText.random();
        var expires = now().plus(VALID);
        inScope(actor, actor.id(), () -> {
            var household =
                    own(actor.id(), plan.id()).map(Row::household).orElseGet(() -> begin(actor.id(), plan, name));
            show(actor.id(), household, plan);
            sql.sql("delete from dossier.household_code where resident_id = :resident and expires_at <= :now")
                    .param("resident", actor.id().value())
                    .param("now", now().atOffset(ZoneOffset.UTC))
                    .update();
            return sql.sql("insert into dossier.household_code (resident_id, index, household_id, expires_at)"
                            + " values (:resident, :index, :household, :expires)")
                    .param("resident", actor.id().value())
                    .param("index", index(code))
                    .param("household", household)
                    .param("expires", expires.atOffset(ZoneOffset.UTC))
                    .update();
        });
        return new Code(code.shown(), expires);
    }

    private UUID begin(ResidentId resident, Ondersteuningsplan plan, String name) {
        var household = UUID.randomUUID();
        enter(resident, household, plan.id(), plan.state(), name);
        return household;
    }

    private void enter(ResidentId resident, UUID household, ProcedureId plan, PlanState state, String name) {
        sql.sql("""
                        insert into dossier.household_member (resident_id, household_id, procedure_id, name, state, joined_at)
                        values (:resident, :household, :plan, :name, :state, :now)
                        on conflict (resident_id, household_id) do update
                           set procedure_id = excluded.procedure_id, name = excluded.name, state = excluded.state, left_at = null
                        """)
                .param("resident", resident.value())
                .param("household", household)
                .param("plan", plan.value())
                .param("name", seal(household, resident, "name", name.getBytes(UTF_8)))
                .param("state", state.name())
                .param("now", now().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public String inviter(Actor.Resident actor, String code) {
        var invited = invited(actor, code);
        return transaction.execute(status -> {
            scope.enter(actor.id());
            together(invited.household());
            return nameOf(invited);
        });
    }

    private String nameOf(Invited invited) {
        return members(invited.household()).stream()
                .filter(row -> row.resident().equals(invited.by()) && row.left().isEmpty())
                .findFirst()
                .map(row -> new String(open(invited.household(), row.resident(), "name", row.name()), UTF_8))
                .orElseThrow(() -> new CodeRefused(false));
    }

    private Invited invited(Actor.Resident actor, String code) {
        requireReading(actor, actor.id());
        if (!limits.take(RateLimits.Limit.CODE_REDEMPTION, actor.id().value())) {
            throw new CodeRefused(true);
        }
        var invited = CodeText.typed(code)
                .flatMap(typed -> find(actor, index(typed)))
                .filter(found -> !found.by().equals(actor.id()))
                .orElseThrow(() -> new CodeRefused(false));
        limits.giveBack(RateLimits.Limit.CODE_REDEMPTION, actor.id().value());
        return invited;
    }

    private Optional<Invited> find(Actor.Resident actor, byte[] index) {
        return transaction.execute(status -> {
            scope.enter(actor.id());
            set("app.index", HexFormat.of().formatHex(index));
            return sql.sql("select household_id, resident_id from dossier.household_code"
                            + " where index = :index and expires_at > :now")
                    .param("index", index)
                    .param("now", now().atOffset(ZoneOffset.UTC))
                    .query((row, n) ->
                            new Invited(row.getObject(1, UUID.class), new ResidentId(row.getObject(2, UUID.class))))
                    .optional();
        });
    }

    @Override
    public Ondersteuningsplan join(Actor.Resident actor, String code, ProcedureId plan, StepId step) {
        var invited = invited(actor, code);
        var profile = residents.profile(actor);
        if (Period.between(profile.born(), CalendarDays.dayOf(clock.instant())).getYears() < OLD_ENOUGH) {
            throw new StepRefused(PlanRefusal.TOO_YOUNG_TO_JOIN, "NEW");
        }
        var text = transaction.execute(status -> {
            scope.enter(actor.id());
            together(invited.household());
            return members(invited.household()).stream()
                    .filter(row ->
                            row.resident().equals(invited.by()) && row.left().isEmpty())
                    .findFirst()
                    .flatMap(row -> member(row, actor.id()).shared())
                    .map(Household.Shared::text)
                    .orElseThrow(() -> new CodeRefused(false));
        });
        return procedures.take(actor, actor.id(), HERE, "plan.join", turn -> {
            var joined =
                    turn.start(type, plan, step, new PlanEvent.Started(PlanWay.HUISHOUDEN, Optional.empty(), text));
            enter(actor.id(), invited.household(), plan, joined.state(), profile.name());
            show(actor.id(), invited.household(), joined);
            return joined;
        });
    }

    @Override
    public void share(Actor actor, ResidentId resident, Ondersteuningsplan plan) {
        requireReading(actor, resident);
        inScope(actor, resident, () -> {
            own(resident, plan.id())
                    .filter(row -> row.left().isEmpty())
                    .ifPresent(row -> show(resident, row.household(), plan));
            return plan;
        });
    }

    private void show(ResidentId resident, UUID household, Ondersteuningsplan plan) {
        sql.sql("update dossier.household_member set shared = :shared, shared_at = :now"
                        + " where resident_id = :resident and household_id = :household")
                .param(
                        "shared",
                        seal(
                                household,
                                resident,
                                "shared",
                                json.writeValueAsBytes(plan.content().ofTheHousehold())))
                .param("now", now().atOffset(ZoneOffset.UTC))
                .param("resident", resident.value())
                .param("household", household)
                .update();
    }

    @Override
    public void leave(Actor.Resident actor, ProcedureId plan) {
        requireReading(actor, actor.id());
        inScope(
                actor,
                actor.id(),
                () -> sql.sql("update dossier.household_member set left_at = :now, shared = null, shared_at = null"
                                + " where resident_id = :resident and procedure_id = :plan and left_at is null")
                        .param("now", now().atOffset(ZoneOffset.UTC))
                        .param("resident", actor.id().value())
                        .param("plan", plan.value())
                        .update());
    }

    /** In the transaction of the step, whoever took it: the others see where the plan stands. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ProcedureEvent event) {
        if (event.kind() == ProcedureKind.PLAN) {
            sql.sql("update dossier.household_member set state = :state"
                            + " where resident_id = :resident and procedure_id = :plan")
                    .param("state", event.state())
                    .param("resident", event.resident().value())
                    .param("plan", event.id().value())
                    .update();
        }
    }

    private Optional<Row> own(ResidentId resident, ProcedureId plan) {
        var own = sql.sql("select household_id from dossier.household_member"
                        + " where resident_id = :resident and procedure_id = :plan")
                .param("resident", resident.value())
                .param("plan", plan.value())
                .query(UUID.class)
                .optional();
        own.ifPresent(this::together);
        return own.flatMap(household -> members(household).stream()
                .filter(row -> row.resident().equals(resident))
                .findFirst());
    }

    private List<Row> members(UUID household) {
        return sql.sql("""
                        select resident_id, household_id, name, state, left_at, shared, shared_at
                          from dossier.household_member where household_id = :household
                         order by joined_at, resident_id limit :most
                        """)
                .param("household", household)
                .param("most", MOST)
                .query((row, n) -> new Row(
                        new ResidentId(row.getObject("resident_id", UUID.class)),
                        row.getObject("household_id", UUID.class),
                        row.getBytes("name"),
                        PlanState.valueOf(row.getString("state")),
                        at(row.getObject("left_at", OffsetDateTime.class)),
                        row.getBytes("shared"),
                        at(row.getObject("shared_at", OffsetDateTime.class))))
                .list();
    }

    private static Optional<Instant> at(@Nullable OffsetDateTime moment) {
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }

    /** Row security shows the members of this household, until the transaction ends. */
    private void together(UUID household) {
        set("app.household", household.toString());
    }

    private void set(String setting, String value) {
        sql.sql("select set_config(:setting, :value, true)")
                .param("setting", setting)
                .param("value", value)
                .query(String.class)
                .single();
    }

    private <T> T inScope(Actor actor, ResidentId resident, Supplier<T> work) {
        return transaction.execute(status -> {
            scope.enter(actor, resident, HERE);
            return work.get();
        });
    }

    private void requireReading(Actor actor, ResidentId resident) {
        for (var decision :
                gate.decide(actor, Access.read(resident, Section.PLAN)).values()) {
            if (decision instanceof Decision.Refused refused) {
                throw new AccessRefused(refused.reason());
            }
        }
    }

    private byte[] index(CodeText code) {
        return indexes.index(BlindIndex.HOUSEHOLD_CODE, code.characters());
    }

    private byte[] seal(UUID household, ResidentId resident, String column, byte[] text) {
        return sealing.seal(Sealing.Kind.DIRECTORY, household, context(household, resident, column), text);
    }

    private byte[] open(UUID household, ResidentId resident, String column, byte[] sealed) {
        return sealing.open(Sealing.Kind.DIRECTORY, household, context(household, resident, column), sealed);
    }

    private static String context(UUID household, ResidentId resident, String column) {
        return "dossier.household_member/" + household + "/" + resident + "/" + column;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
