package nl.voorelkaar.dossier.plan;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredGlances implements Glances {

    private static final UUID THE_RESIDENT = new UUID(0, 0);

    private final AccessGate gate;
    private final RowScope scope;
    private final Parties parties;
    private final JdbcClient sql;
    private final Clock clock;

    StoredGlances(AccessGate gate, RowScope scope, Parties parties, JdbcClient sql, Clock clock) {
        this.gate = gate;
        this.scope = scope;
        this.parties = parties;
        this.sql = sql;
        this.clock = clock;
    }

    private record Present(UUID who, @Nullable String part) {}

    @Override
    @Transactional
    public Glance look(Actor actor, ResidentId resident, ProcedureId plan, Optional<PlanPart> writing) {
        requireReading(actor, resident);
        scope.enter(actor, resident, java.util.Set.of(Section.PLAN));
        var steps = sql.sql(
                        "select steps from dossier.procedure where resident_id = :resident and procedure_id = :plan")
                .param("resident", resident.value())
                .param("plan", plan.value())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new AccessRefused(Decision.Reason.NO_GROUND));
        var me = actor instanceof Actor.Professional professional
                ? professional.id().value()
                : THE_RESIDENT;
        tell(resident, plan, me, writing);
        var others = sql.sql("""
                        select who, part from dossier.plan_presence
                         where resident_id = :resident and procedure_id = :plan and who <> :me and seen_at > :since
                         order by who
                        """)
                .param("resident", resident.value())
                .param("plan", plan.value())
                .param("me", me)
                .param("since", Timestamp.from(clock.instant().minus(PRESENT)))
                .query((row, n) -> new Present(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        return new Glance(steps, named(others));
    }

    private void requireReading(Actor actor, ResidentId resident) {
        for (var decision :
                gate.decide(actor, Access.read(resident, Section.PLAN)).values()) {
            if (decision instanceof Decision.Refused refused) {
                throw new AccessRefused(refused.reason());
            }
        }
    }

    private void tell(ResidentId resident, ProcedureId plan, UUID me, Optional<PlanPart> writing) {
        sql.sql("""
                        insert into dossier.plan_presence (resident_id, procedure_id, who, part, seen_at)
                        values (:resident, :plan, :me, :part, :now)
                        on conflict (resident_id, procedure_id, who) do update set part = excluded.part, seen_at = excluded.seen_at
                        """)
                .param("resident", resident.value())
                .param("plan", plan.value())
                .param("me", me)
                .param("part", writing.map(Enum::name).orElse(null), Types.VARCHAR)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private List<Glance.Reader> named(List<Present> others) {
        var ids = others.stream()
                .map(Present::who)
                .filter(who -> !who.equals(THE_RESIDENT))
                .map(PartyId::new)
                .collect(Collectors.toSet());
        Map<PartyId, Party> known = ids.isEmpty() ? Map.of() : parties.find(ids);
        return others.stream()
                .filter(present -> present.who().equals(THE_RESIDENT) || known.containsKey(new PartyId(present.who())))
                .map(present -> new Glance.Reader(
                        Optional.ofNullable(known.get(new PartyId(present.who())))
                                .map(Party::name),
                        Optional.ofNullable(present.part()).map(PlanPart::valueOf)))
                .toList();
    }
}
