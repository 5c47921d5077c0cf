package nl.voorelkaar.consent.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Carers;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.consent.scope.TransactionScope;
import nl.voorelkaar.consent.tlog.Hashes;
import nl.voorelkaar.consent.watch.UseCounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes with plain SQL, not through entities: an append is on the hottest path of the product, and the workspace may
 * insert lines that it cannot select.
 *
 * <p>A line on its own is one statement and one commit when its number was guessed right, which is when nobody else
 * wrote for this resident since this process did. The database adds it only if it is the next one; otherwise, and in
 * the transaction of somebody else, its number is locked first.
 */
@Service
class LedgerBook implements Ledger {

    /** A line is never waited for longer than this, and a wait that cannot end becomes an error. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final int MOST_GUESSES = 20_000;
    private static final int OPENED_AT_MOST = 2_000;
    private static final int LARGEST_PAGE = 200;
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final TransactionScope scope;
    private final Sealing sealing;
    private final Parties parties;
    private final Carers carers;
    private final UseCounts counts;
    private final Clock clock;
    private final TransactionTemplate joined;
    private final TransactionTemplate apart;

    /** The number of the last line that this process wrote, by resident: a guess, which the database judges. */
    private final Cache<UUID, Long> lastSeen =
            Caffeine.newBuilder().maximumSize(MOST_GUESSES).build();

    LedgerBook(
            JdbcClient jdbc,
            TransactionScope scope,
            Sealing sealing,
            Parties parties,
            Carers carers,
            UseCounts counts,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.sealing = sealing;
        this.parties = parties;
        this.carers = carers;
        this.counts = counts;
        this.clock = clock;
        this.joined = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void append(LedgerEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a ledger line belongs to a transaction, and there is none");
        }
        sealing.prepare(Sealing.Kind.LEDGER, event.resident().value());
        HeldHeads.ofThisTransaction().add(event.resident());
        scope.within(event.resident(), () -> write(event));
    }

    @Override
    public void appendNow(List<LedgerEvent> events) {
        for (var event : events) {
            if (HeldHeads.held(event.resident())) {
                throw new IllegalStateException("this transaction already wrote a line for this resident");
            }
            sealing.prepare(Sealing.Kind.LEDGER, event.resident().value());
        }
        if (events.size() == 1
                && !TransactionSynchronizationManager.isActualTransactionActive()
                && addedAtOnce(events.getFirst())) {
            return;
        }
        apart.executeWithoutResult(status -> {
            for (var event : events) {
                // The scope in which the line is written and counted, at once.
                scope.enterImpatiently(event.resident(), professional(event).map(Actor.Professional::id), LONGEST_WAIT);
                append(event);
            }
        });
    }

    /**
     * Adds a line that is the next one of its resident, committed when this returns.
     *
     * @return false when nothing was written, because it is not the next one or asks for more than one statement
     */
    private boolean addedAtOnce(LedgerEvent event) {
        var resident = event.resident().value();
        var last = lastSeen.getIfPresent(resident);
        if (last == null) {
            return false;
        }
        // After the line before it was seen: numbers and times go up together.
        var line = line(event, last + 1);
        var use = counts.use(event, line.at);
        var added = jdbc.sql("""
                        SELECT consent.add_next_line(:resident, :seq, :event, :at, :commitment, :body, :slot, :stored,
                            :party, :day, :whose, :odd, :looks, :refusals, :patience)""")
                .param("resident", resident)
                .param("seq", line.sequence)
                .param("event", line.id)
                .param("at", line.at.atOffset(ZoneOffset.UTC))
                .param("commitment", line.commitment)
                .param("body", line.body)
                .param("slot", Hashes.slot(resident), Types.SMALLINT)
                .param("stored", line.stored)
                .param("party", professional(event).map(by -> by.id().value()).orElse(null), Types.OTHER)
                .param("day", use.map(UseCounts.Use::day).orElse(null), Types.DATE)
                .param("whose", use.map(UseCounts.Use::whose).orElse(null), Types.BINARY)
                .param("odd", use.map(UseCounts.Use::odd).orElse(null), Types.BOOLEAN)
                .param("looks", use.map(UseCounts.Use::looks).orElse(0))
                .param("refusals", use.map(UseCounts.Use::refusals).orElse(0))
                .param("patience", String.valueOf(LONGEST_WAIT.toMillis()))
                .query(Boolean.class)
                .single();
        if (added) {
            lastSeen.put(resident, line.sequence);
        } else {
            lastSeen.invalidate(resident);
        }
        return added;
    }

    /** A line that is ready to be written. */
    private record NewLine(long sequence, UUID id, Instant at, byte[] commitment, byte[] body, byte[] stored) {}

    private NewLine line(LedgerEvent event, long sequence) {
        var resident = event.resident().value();
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = UuidV7.at(at);
        var leaf = Leaf.of(new Leaf.Facts(id, sequence, at, event));
        var body = sealing.seal(Sealing.Kind.LEDGER, resident, context(id), leaf.sealable());
        return new NewLine(
                sequence,
                id,
                at,
                leaf.commitment(),
                body,
                Hashes.stored(resident, sequence, id, at, leaf.commitment(), body));
    }

    private long write(LedgerEvent event) {
        var resident = event.resident().value();
        var sequence =
                jdbc.sql("""
                        INSERT INTO consent.ledger_head AS head (resident_id, last_seq) VALUES (:resident, 1)
                        ON CONFLICT (resident_id) DO UPDATE SET last_seq = head.last_seq + 1
                        RETURNING head.last_seq""").param("resident", resident).query(Long.class).single();
        var line = line(event, sequence);
        jdbc.sql("""
                        WITH entry AS (
                            INSERT INTO consent.ledger_entry (resident_id, seq, event_id, at, commitment, body)
                            VALUES (:resident, :seq, :event, :at, :commitment, :body))
                        INSERT INTO consent.audit_pending (resident_id, event_id, seq, commitment, slot, stored)
                        VALUES (:resident, :event, :seq, :commitment, :slot, :stored)""")
                .param("resident", resident)
                .param("seq", sequence)
                .param("event", line.id)
                .param("at", line.at.atOffset(ZoneOffset.UTC))
                .param("commitment", line.commitment)
                .param("body", line.body)
                .param("slot", Hashes.slot(resident))
                .param("stored", line.stored)
                .update();
        counts.count(event, line.at);
        lastSeen.put(resident, sequence);
        return sequence;
    }

    @Override
    public Page read(Actor.Resident actor, Filter filter) {
        if (!actor.level().atLeast(AssuranceLevel.REQUIRED)) {
            throw new AccessRefused(Decision.Reason.ASSURANCE_TOO_LOW);
        }
        if (filter.size() < 1 || filter.size() > LARGEST_PAGE) {
            throw new IllegalArgumentException("a page has 1 to 200 lines");
        }
        return joined.execute(status -> {
            scope.enter(actor.id());
            writeThatItWasRead(actor);
            return page(actor.id(), filter);
        });
    }

    @Override
    public Page forLetter(ResidentId resident, Filter filter) {
        return joined.execute(status -> {
            scope.enter(resident);
            return page(resident, filter);
        });
    }

    private void writeThatItWasRead(Actor.Resident actor) {
        var signedInAt = actor.signedInAt().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        var known = jdbc.sql("SELECT log_read_for FROM consent.ledger_head WHERE resident_id = :resident")
                .param("resident", actor.id().value())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .optional()
                .flatMap(read -> read);
        if (known.filter(signedInAt::isEqual).isPresent()) {
            return;
        }
        append(new LedgerEvent(
                actor.id(),
                LedgerEvent.Kind.LOG_READ,
                Optional.of(actor),
                Set.of(),
                Optional.of(Grondslag.EIGEN_DOSSIER),
                Optional.empty(),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                Map.of()));
        jdbc.sql("UPDATE consent.ledger_head SET log_read_for = :signedIn WHERE resident_id = :resident")
                .param("resident", actor.id().value())
                .param("signedIn", signedInAt)
                .update();
    }

    private Page page(ResidentId resident, Filter filter) {
        var withheld = Withheld.now(jdbc, resident, clock.instant());
        var found = new ArrayList<Leaf.Facts>();
        var before = filter.before().orElse(Long.MAX_VALUE);
        var opened = 0;
        while (opened < OPENED_AT_MOST) {
            var chunk = entries(resident, filter, before);
            for (var entry : chunk) {
                opened++;
                before = entry.sequence();
                var facts = open(resident, entry);
                if (matches(facts.event(), filter) && !withheld.covers(facts)) {
                    found.add(facts);
                }
                if (found.size() == filter.size() || opened == OPENED_AT_MOST) {
                    return new Page(lines(found), before > 1 ? Optional.of(before) : Optional.empty());
                }
            }
            if (chunk.size() < LARGEST_PAGE) {
                break;
            }
        }
        return new Page(lines(found), Optional.empty());
    }

    private List<Entry> entries(ResidentId resident, Filter filter, long before) {
        return jdbc.sql("""
                        SELECT seq, event_id, at, commitment, body FROM consent.ledger_entry
                        WHERE resident_id = :resident AND seq < :before AND at >= :from AND at < :until
                        ORDER BY seq DESC LIMIT :limit""")
                .param("resident", resident.value())
                .param("before", before)
                .param(
                        "from",
                        filter.from()
                                .map(day -> CalendarDays.endOf(day.minusDays(1)))
                                .orElse(Instant.EPOCH)
                                .atOffset(ZoneOffset.UTC))
                .param(
                        "until",
                        filter.until().map(CalendarDays::endOf).orElse(FAR).atOffset(ZoneOffset.UTC))
                .param("limit", LARGEST_PAGE)
                .query((row, number) -> new Entry(
                        row.getLong("seq"),
                        row.getObject("event_id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBytes("commitment"),
                        row.getBytes("body")))
                .list();
    }

    private Leaf.Facts open(ResidentId resident, Entry entry) {
        var facts = Leaf.opened(
                sealing.open(Sealing.Kind.LEDGER, resident.value(), context(entry.event), entry.body),
                entry.commitment);
        if (facts.sequence() != entry.sequence
                || !facts.id().equals(entry.event)
                || !facts.at().equals(entry.at)
                || !facts.event().resident().equals(resident)) {
            throw new SecurityException("a ledger line is not where it was written");
        }
        return facts;
    }

    private static boolean matches(LedgerEvent event, Filter filter) {
        return (filter.kinds().isEmpty() || filter.kinds().contains(event.kind()))
                && (filter.by().isEmpty()
                        || filter.by().equals(professional(event).map(Actor.Professional::id)));
    }

    private List<LedgerLine> lines(List<Leaf.Facts> found) {
        var ids = found.stream()
                .flatMap(facts -> professional(facts.event()).stream())
                .map(Actor.Professional::id)
                .collect(Collectors.toSet());
        found.forEach(facts -> givenTo(facts.event()).ifPresent(ids::add));
        var known = parties.find(ids);
        var names = carers.named(found.stream()
                .map(Leaf.Facts::event)
                .flatMap(event -> acting(event).stream())
                .toList());
        return found.stream().map(facts -> line(facts, known, names)).toList();
    }

    private static LedgerLine line(Leaf.Facts facts, Map<PartyId, Party> known, Map<PersonId, String> carers) {
        var event = facts.event();
        var by = professional(event)
                .map(actor -> Optional.ofNullable(known.get(actor.id())).orElseGet(() -> nameless(actor)));
        var byResident = event.actor()
                .filter(actor ->
                        actor instanceof Actor.Resident self && self.id().equals(event.resident()))
                .isPresent();
        return new LedgerLine(
                facts.id(),
                facts.sequence(),
                facts.at(),
                event.kind(),
                by,
                byResident,
                acting(event)
                        .map(carer -> new LedgerLine.Carer(
                                carer.person(), carer.capacity(), Optional.ofNullable(carers.get(carer.person())))),
                givenTo(event).map(known::get),
                event.sections(),
                event.ground(),
                event.statute(),
                event.grant(),
                event.outcome(),
                event.details());
    }

    /** Who gave a task is not who got it, and whom it is about is not who did it: the line tells both. */
    private static Optional<PartyId> givenTo(LedgerEvent event) {
        var named = switch (event.kind()) {
            case ASSIGNED, ASSIGNMENT_ENDED, CONSULT_AGREED, CONSULT_REFUSED, CONSULT_STOPPED, PERSON_REFUSED ->
                "party";
            case HANDED_OVER -> "from";
            default -> "";
        };
        return Optional.ofNullable(event.details().get(named))
                .map(UUID::fromString)
                .map(PartyId::new);
    }

    /** Somebody who acted must never look like nobody, also when the register lost the name. */
    private static Party nameless(Actor.Professional actor) {
        return new Party(
                actor.id(),
                actor.organisation().value(),
                actor.role(),
                actor.organisation(),
                actor.organisation().value(),
                actor.team());
    }

    private static Optional<Actor.Professional> professional(LedgerEvent event) {
        return event.actor().filter(Actor.Professional.class::isInstance).map(Actor.Professional.class::cast);
    }

    private static Optional<Actor.Acting> acting(LedgerEvent event) {
        return event.actor().filter(Actor.Acting.class::isInstance).map(Actor.Acting.class::cast);
    }

    static String context(UUID event) {
        return "consent.ledger_entry/" + event + "/body";
    }

    private record Entry(long sequence, UUID event, Instant at, byte[] commitment, byte[] body) {}

    /** The residents whose head this transaction has locked. Suspended and ended together with the transaction. */
    private static final class HeldHeads implements TransactionSynchronization {

        private final Set<ResidentId> residents = new HashSet<>();

        static Set<ResidentId> ofThisTransaction() {
            return find().orElseGet(() -> {
                        var held = new HeldHeads();
                        TransactionSynchronizationManager.registerSynchronization(held);
                        return held;
                    })
                    .residents;
        }

        static boolean held(ResidentId resident) {
            return find().filter(heads -> heads.residents.contains(resident)).isPresent();
        }

        private static Optional<HeldHeads> find() {
            if (!TransactionSynchronizationManager.isSynchronizationActive()) {
                return Optional.empty();
            }
            return TransactionSynchronizationManager.getSynchronizations().stream()
                    .filter(HeldHeads.class::isInstance)
                    .map(HeldHeads.class::cast)
                    .findFirst();
        }
    }
}
