package nl.voorelkaar.consent.desk;

import static nl.voorelkaar.consent.DeskAct.State.BEVESTIGD;
import static nl.voorelkaar.consent.DeskAct.State.INGETROKKEN;
import static nl.voorelkaar.consent.DeskAct.State.OPGESCHREVEN;
import static nl.voorelkaar.consent.DeskAct.State.VERVALLEN;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Desk;
import nl.voorelkaar.consent.DeskAct;
import nl.voorelkaar.consent.DeskActId;
import nl.voorelkaar.consent.DeskOffice;
import nl.voorelkaar.consent.DeskOrder;
import nl.voorelkaar.consent.DeskRefused;
import nl.voorelkaar.consent.DeskRefused.Reason;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.RateLimits;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.consent.decision.Facts;
import nl.voorelkaar.consent.gate.FactFinder;
import nl.voorelkaar.consent.grant.DeskGrants;
import nl.voorelkaar.consent.mandate.Code;
import nl.voorelkaar.consent.mandate.Initials;
import nl.voorelkaar.consent.request.Asked;
import nl.voorelkaar.consent.scope.TransactionScope;
import nl.voorelkaar.consent.subject.Subjects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What the workspace may do of it: write down, pass a code on, call off. */
@Service
@Face.OnWorkspace
class DeskBook implements Desk {

    static final String CODE = "desk-code/v1";
    private static final int ACTS_AT_MOST = 50;

    /** Who writes down what a resident did with a plan on paper. */
    private static final Set<Role> AT_PLANS = Set.of(Role.KCC, Role.GSP, Role.CM);

    private final DeskRows rows;
    private final Asked requests;
    private final DeskGrants grants;
    private final FactFinder facts;
    private final Subjects subjects;
    private final RateLimits limits;
    private final Sealing sealing;
    private final TransactionScope scope;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeskBook(
            DeskRows rows,
            Asked requests,
            DeskGrants grants,
            FactFinder facts,
            Subjects subjects,
            RateLimits limits,
            Sealing sealing,
            TransactionScope scope,
            Ledger ledger,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.grants = grants;
        this.facts = facts;
        this.subjects = subjects;
        this.limits = limits;
        this.sealing = sealing;
        this.scope = scope;
        this.ledger = ledger;
        this.events = events;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    @Transactional
    public Visit visit(Actor.Professional actor, ResidentId resident, DeskAct.Channel channel) {
        require(actor, resident, actor.role() == Role.KCC);
        var visit = new Visit(
                requests.open(resident),
                grants.live(resident),
                mandates(resident),
                rows.of(resident, ACTS_AT_MOST).stream().map(DeskRow::act).toList());
        // The page asks again after each act: that is one visit, and one line.
        if (limits.take(RateLimits.Limit.DESK_VISIT, visitOf(actor, resident, channel))) {
            ledger.append(DeskLines.of(
                    resident,
                    Optional.of(actor),
                    "visit." + channel.name().toLowerCase(Locale.ROOT),
                    Optional.empty()));
        }
        return visit;
    }

    private static UUID visitOf(Actor.Professional actor, ResidentId resident, DeskAct.Channel channel) {
        return UUID.nameUUIDFromBytes((actor.id() + "|" + resident + "|" + channel).getBytes(StandardCharsets.UTF_8));
    }

    private List<HeldMandate> mandates(ResidentId resident) {
        return jdbc.sql("""
                        SELECT mandate_id, carer, last_day FROM consent.mandate
                        WHERE resident_id = :resident AND state IN ('UITGENODIGD', 'GEACCEPTEERD', 'ACTIEF')
                          AND valid_until > :now
                        ORDER BY mandate_id DESC LIMIT 100""")
                .param("resident", resident.value())
                .param("now", DeskRows.time(now()))
                .query((row, number) -> {
                    var id = new MandateId(row.getObject(1, UUID.class));
                    return new HeldMandate(
                            id,
                            Optional.ofNullable(row.getBytes(2)).map(name -> initials(resident, id, name)),
                            Optional.ofNullable(row.getObject(3, LocalDate.class)));
                })
                .list();
    }

    private String initials(ResidentId resident, MandateId id, byte[] name) {
        return Initials.of(new String(
                sealing.open(Sealing.Kind.DIRECTORY, resident.value(), "consent.mandate/" + id + "/carer", name),
                StandardCharsets.UTF_8));
    }

    @Override
    @Transactional
    public DeskAct record(
            Actor.Professional actor,
            ResidentId resident,
            DeskActId id,
            DeskAct.Channel channel,
            DeskOrder order,
            Optional<byte[]> scan) {
        require(actor, resident, mayRecord(actor.role(), order));
        requireSound(order);
        if (scan.filter(pdf -> pdf.length > LARGEST_SCAN).isPresent()) {
            throw new IllegalArgumentException("a scan is at most 10 MiB");
        }
        var known = rows.find(resident, id);
        if (known.isPresent()) {
            return known.get().act();
        }
        if (!limits.take(RateLimits.Limit.DESK_ACT, actor.id().value())) {
            throw new DeskRefused(Reason.TOO_MANY);
        }
        var now = now();
        var act = new DeskAct(
                id,
                resident,
                order.kind(),
                channel,
                actor.id(),
                now,
                OPGESCHREVEN,
                now,
                Optional.empty(),
                Optional.empty());
        if (rows.insert(act, Sheet.of(actor, order), scan)) {
            leaseOf(resident, order)
                    .ifPresent(lease -> events.publishEvent(new ConsentEvent.StoppedAtDesk(resident, lease)));
            ledger.append(DeskLines.of(
                    resident, Optional.of(actor), "recorded." + DeskLines.low(act.kind()), Optional.of(id)));
        }
        return act;
    }

    /** What the resident stops cannot be opened from here on, before anything else is done about it. */
    private Optional<GrantId> leaseOf(ResidentId resident, DeskOrder order) {
        return switch (order) {
            case DeskOrder.Stop(var grant, var shown) -> Optional.of(grant);
            case DeskOrder.StopMandate(var mandate, var shown) ->
                jdbc.sql("SELECT keys_id FROM consent.mandate WHERE resident_id = :resident AND mandate_id = :mandate"
                                + " AND keys_id IS NOT NULL")
                        .param("resident", resident.value())
                        .param("mandate", mandate.value())
                        .query((row, number) -> new GrantId(row.getObject(1, UUID.class)))
                        .optional();
            default -> Optional.empty();
        };
    }

    private static boolean mayRecord(Role role, DeskOrder order) {
        return switch (order) {
            // In a case of theirs: the plan itself was opened by the gate.
            case DeskOrder.SignPlan ignored -> AT_PLANS.contains(role);
            case DeskOrder.WithdrawPlan ignored -> AT_PLANS.contains(role);
            default -> role == Role.KCC;
        };
    }

    private void requireSound(DeskOrder order) {
        var today = CalendarDays.dayOf(now());
        switch (order) {
            case DeskOrder.Give(var ignored, var terms, var shown) -> {
                need(!terms.sections().isEmpty(), Reason.NOTHING_CHOSEN);
                requireDay(terms.until(), today);
            }
            case DeskOrder.Empower(var scopes, var lastDay, var shown) -> {
                need(!scopes.isEmpty(), Reason.NOTHING_CHOSEN);
                requireDay(lastDay, today);
            }
            case DeskOrder.SendLog(var from, var until) -> {
                need(!until.isBefore(from), Reason.NOTHING_CHOSEN);
                need(!until.isAfter(today), Reason.NOTHING_CHOSEN);
            }
            case DeskOrder.Received(var kind, var on, var about) -> {
                need(!on.isAfter(today), Reason.NOTHING_CHOSEN);
                need(!about.isBlank(), Reason.NOTHING_CHOSEN);
            }
            case DeskOrder.Refuse ignored -> {}
            case DeskOrder.Stop ignored -> {}
            case DeskOrder.StopMandate ignored -> {}
            case DeskOrder.SignPlan ignored -> {}
            case DeskOrder.WithdrawPlan ignored -> {}
        }
    }

    private static void requireDay(LocalDate last, LocalDate today) {
        need(!last.isBefore(today), Reason.UNTIL_IN_THE_PAST);
        need(!last.isAfter(today.plus(Terms.LONGEST)), Reason.LONGER_THAN_TWELVE_MONTHS);
    }

    private static void need(boolean fine, Reason otherwise) {
        if (!fine) {
            throw new DeskRefused(otherwise);
        }
    }

    /** A wrong code is counted whatever becomes of the rest. */
    @Override
    public DeskAct confirm(Actor.Professional actor, ResidentId resident, DeskActId id, String typed) {
        if (!limits.take(RateLimits.Limit.DESK_CODE, actor.id().value())) {
            throw new DeskRefused(Reason.TOO_MANY_TRIES);
        }
        var refused = transaction.execute(status -> {
            require(actor, resident, actor.role() == Role.KCC);
            var act = rows.lock(resident, id).orElseThrow(() -> new AccessRefused(Decision.Reason.NO_GROUND));
            var code = Code.typed(typed);
            var index = act.codeIndex();
            var same = index != null
                    && code.filter(given -> MessageDigest.isEqual(index, sealing.index(CODE, given.characters())))
                            .isPresent();
            var reason = subjects.died(resident).isPresent()
                    ? Optional.of(Reason.NO_LONGER_OPEN)
                    : CodeRules.refusal(act.state(), act.tries(), act.codeUntil(), now(), same);
            if (reason.isEmpty()) {
                rows.typed(act, code.orElseThrow().characters(), Optional.of(actor.id()));
                rows.become(act, BEVESTIGD, now());
                ledger.append(DeskLines.of(resident, Optional.of(actor), "confirmed", Optional.of(id)));
            } else if (reason.get() == Reason.CODE_WRONG) {
                wrong(actor, act);
            }
            return reason;
        });
        if (refused.isPresent()) {
            throw new DeskRefused(refused.get());
        }
        limits.giveBack(RateLimits.Limit.DESK_CODE, actor.id().value());
        return transaction.execute(status -> {
            scope.enterDesk(actor, resident);
            return rows.find(resident, id).orElseThrow().act();
        });
    }

    @Override
    @Transactional
    public Optional<DeskAct> find(Actor.Professional actor, ResidentId resident, DeskActId id) {
        require(actor, resident, AT_PLANS.contains(actor.role()));
        return rows.find(resident, id).map(DeskRow::act);
    }

    private void wrong(Actor.Professional actor, DeskRow act) {
        rows.wrong(act);
        if (act.tries() + 1 >= TRIES) {
            rows.become(act, VERVALLEN, now());
            rows.letter(act, DeskOffice.What.RECEIPT, now());
        }
        ledger.append(DeskLines.refused(act.resident(), Optional.of(actor), "wrong-code", Optional.of(act.id())));
    }

    @Override
    @Transactional
    public void withdraw(Actor.Professional actor, ResidentId resident, DeskActId id) {
        require(actor, resident, actor.role() == Role.KCC);
        var act = rows.lock(resident, id).orElseThrow(() -> new AccessRefused(Decision.Reason.NO_GROUND));
        if (act.state() == INGETROKKEN) {
            return;
        }
        // What protects the resident is under way at once, and is not called off here.
        if (!act.state().open() || act.state() == BEVESTIGD || !act.kind().needsCode()) {
            throw new DeskRefused(Reason.NO_LONGER_OPEN);
        }
        rows.become(act, INGETROKKEN, now());
        rows.letter(act, DeskOffice.What.RECEIPT, now());
        ledger.append(DeskLines.of(resident, Optional.of(actor), "withdrawn", Optional.of(id)));
    }

    private void require(Actor.Professional actor, ResidentId resident, boolean role) {
        if (!actor.level().atLeast(AssuranceLevel.REQUIRED)) {
            throw new AccessRefused(Decision.Reason.ASSURANCE_TOO_LOW);
        }
        if (!role) {
            ledger.appendNow(DeskLines.refused(resident, Optional.of(actor), "visit", Optional.empty()));
            throw new AccessRefused(Decision.Reason.ROLE_MAY_NOT);
        }
        scope.enterDesk(actor, resident);
        if (facts.about(actor.id(), actor.team(), resident).relation() != Facts.Relation.NONE) {
            ledger.appendNow(DeskLines.refused(resident, Optional.of(actor), "visit", Optional.empty()));
            throw new AccessRefused(Decision.Reason.OWN_DOSSIER);
        }
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
