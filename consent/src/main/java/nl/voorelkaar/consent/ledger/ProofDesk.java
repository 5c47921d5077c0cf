package nl.voorelkaar.consent.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Capacity;
import nl.voorelkaar.consent.Carers;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Proofs;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.TransparencyLog;
import nl.voorelkaar.consent.scope.TransactionScope;
import nl.voorelkaar.consent.tlog.SealedChain;
import nl.voorelkaar.consent.tlog.StandCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Service
@Face.OnResident
class ProofDesk implements Proofs {

    private static final String FORMAT = "voorelkaar-bewijs/1";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final TransactionScope scope;
    private final Ledger ledger;
    private final Sealing sealing;
    private final Parties parties;
    private final Carers carers;
    private final SealedChain chain;
    private final TransparencyLog log;
    private final Clock clock;
    private final String municipality;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;

    ProofDesk(
            JdbcClient jdbc,
            TransactionScope scope,
            Ledger ledger,
            Sealing sealing,
            Parties parties,
            Carers carers,
            SealedChain chain,
            TransparencyLog log,
            Clock clock,
            @Value("${voorelkaar.municipality.name}") String municipality,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.ledger = ledger;
        this.sealing = sealing;
        this.parties = parties;
        this.carers = carers;
        this.chain = chain;
        this.log = log;
        this.clock = clock;
        this.municipality = municipality;
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    @Override
    public Optional<Instant> completeUntil(Actor.Resident actor) {
        return inScope(actor, () -> {
            var sealed = chain.newest(actor.id().value())
                    .map(SealedChain.Line::sequence)
                    .orElse(0L);
            if (sealed == 0) {
                return Optional.empty();
            }
            return Optional.of(jdbc.sql("""
                            SELECT at FROM consent.ledger_entry WHERE resident_id = :resident AND seq > :sealed
                            ORDER BY seq LIMIT 1""")
                    .param("resident", actor.id().value())
                    .param("sealed", sealed)
                    .query(OffsetDateTime.class)
                    .optional()
                    .map(OffsetDateTime::toInstant)
                    .orElseGet(clock::instant));
        });
    }

    @Override
    public Optional<Stand> stand(Actor.Resident actor) {
        return inScope(actor, () -> chain.newest(actor.id().value()).map(ProofDesk::stand));
    }

    private <T> T inScope(Actor.Resident actor, java.util.function.Supplier<T> work) {
        require(actor);
        return transaction.execute(status -> {
            scope.enter(actor.id());
            return work.get();
        });
    }

    private static void require(Actor.Resident actor) {
        if (!actor.level().atLeast(AssuranceLevel.REQUIRED)) {
            throw new AccessRefused(Decision.Reason.ASSURANCE_TOO_LOW);
        }
    }

    private static Stand stand(SealedChain.Line line) {
        return new Stand(line.sequence(), StandCode.of(line.sequence(), line.link()));
    }

    @Override
    public Proof make(Actor.Resident actor) {
        return make(actor, line -> true);
    }

    @Override
    public Proof make(Actor.Resident actor, Handle about, Set<GrantId> grants) {
        return make(
                actor,
                line -> line.grant().filter(grants::contains).isPresent()
                        || about.toString().equals(line.details().get("request"))
                        || about.toString().equals(line.details().get("mandate"))
                        || line.actor().filter(by -> acts(by, about)).isPresent());
    }

    private static boolean acts(Actor by, Handle mandate) {
        return by instanceof Actor.Acting acting
                && acting.capacity().equals(new Capacity.Mandated(new MandateId(mandate.value())));
    }

    private Proof make(Actor.Resident actor, Predicate<LedgerEvent> told) {
        require(actor);
        var request = UUID.randomUUID();
        ledger.appendNow(new LedgerEvent(
                actor.id(),
                LedgerEvent.Kind.EXPORTED,
                Optional.of(actor),
                Set.of(),
                Optional.of(Grondslag.EIGEN_DOSSIER),
                Optional.empty(),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                Map.of("what", "PROOF", "request", request.toString())));
        var last = inScope(actor, () -> lastWritten(actor.id()));
        for (var waited = Duration.ZERO; !sealed(actor, last); waited = waited.plus(LOOK_AGAIN)) {
            if (waited.compareTo(PATIENCE) > 0) {
                throw new NotSealedYet();
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return snapshot.execute(status -> {
            scope.enter(actor.id());
            return proof(
                    actor.id(),
                    request,
                    told.or(line -> request.toString().equals(line.details().get("request"))));
        });
    }

    private long lastWritten(ResidentId resident) {
        return jdbc.sql("SELECT last_seq FROM consent.ledger_head WHERE resident_id = :resident")
                .param("resident", resident.value())
                .query(Long.class)
                .single();
    }

    private boolean sealed(Actor.Resident actor, long sequence) {
        return inScope(actor, () -> chain.newest(actor.id().value()))
                .filter(line -> line.sequence() >= sequence)
                .isPresent();
    }

    private Proof proof(ResidentId resident, UUID request, Predicate<LedgerEvent> told) {
        var made = clock.instant();
        var bodies = bodies(resident);
        bodies.values().removeIf(body -> !told.test(body.facts().event()));
        var lines = upTo(request, chain.lines(resident.value()), bodies);
        var last = lines.getLast();
        var tree = chain.signed(last.log());
        var indexes = lines.stream().map(SealedChain.Line::index).toList();
        var inclusions = chain.inclusions(tree, indexes);
        var archive = new LinkedHashMap<String, Object>();
        archive.put("format", FORMAT);
        archive.put("made", made.toString());
        archive.put("municipality", municipality);
        archive.put("resident", resident.toString());
        archive.put("request", request.toString());
        archive.put("names", names(bodies.values()));
        archive.put("log", Map.of("origin", tree.origin(), "ed25519", tree.ed25519(), "mlDsa44", tree.mlDsa44()));
        archive.put(
                "witnesses",
                log.witnesses().stream()
                        .map(witness -> Map.of("name", witness.name(), "key", witness.key()))
                        .toList());
        var written = new ArrayList<Map<String, Object>>(lines.size());
        for (var i = 0; i < lines.size(); i++) {
            written.add(line(
                    lines.get(i), Optional.ofNullable(bodies.get(lines.get(i).sequence())), inclusions.get(i)));
        }
        archive.put("lines", written);
        archive.put("checkpoint", tree.note());
        archive.put(
                "anchors",
                chain.anchors(tree, indexes).stream().map(ProofDesk::anchor).toList());
        var stand = stand(last);
        archive.put("stand", stand.code());
        return new Proof(JSON.writeValueAsBytes(archive), made, stand);
    }

    private record Body(Leaf leaf, Leaf.Facts facts) {}

    /** What may be told of this resident's lines, by number. Lines of an emergency that is told later are left out. */
    private Map<Long, Body> bodies(ResidentId resident) {
        var withheld = Withheld.now(jdbc, resident, clock.instant());
        var bodies = new TreeMap<Long, Body>();
        jdbc.sql(
                        "SELECT seq, event_id, commitment, body FROM consent.ledger_entry WHERE resident_id = :resident ORDER BY seq")
                .param("resident", resident.value())
                .query(row -> {
                    var sealable = sealing.open(
                            Sealing.Kind.LEDGER,
                            resident.value(),
                            LedgerBook.context(row.getObject(2, UUID.class)),
                            row.getBytes(4));
                    var facts = Leaf.opened(sealable, row.getBytes(3));
                    if (!withheld.covers(facts)) {
                        bodies.put(row.getLong(1), new Body(Leaf.ofSealable(sealable), facts));
                    }
                });
        return bodies;
    }

    /** Nothing after the line that tells of this proof: what came in a moment later belongs to the next one. */
    private static List<SealedChain.Line> upTo(UUID request, List<SealedChain.Line> lines, Map<Long, Body> bodies) {
        var last = bodies.entrySet().stream()
                .filter(entry -> request.toString()
                        .equals(entry.getValue().facts().event().details().get("request")))
                .findFirst()
                .orElseThrow(() -> new SecurityException("a line is gone"))
                .getKey();
        return lines.stream().filter(line -> line.sequence() <= last).toList();
    }

    private Map<String, String> names(Iterable<Body> bodies) {
        var people = new HashSet<PartyId>();
        var acting = new ArrayList<Actor.Acting>();
        for (var body : bodies) {
            body.facts().event().actor().ifPresent(actor -> {
                switch (actor) {
                    case Actor.Professional professional -> people.add(professional.id());
                    case Actor.Acting carer -> acting.add(carer);
                    case Actor.Resident self -> {}
                }
            });
        }
        var names = new TreeMap<String, String>();
        parties.find(people)
                .forEach((id, party) -> names.put(id.toString(), party.name() + ", " + party.organisationName()));
        carers.named(acting).forEach((id, name) -> names.put(id.value().toString(), name));
        return names;
    }

    private static Map<String, Object> line(SealedChain.Line line, Optional<Body> body, List<byte[]> proof) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("sequence", line.sequence());
        body.ifPresentOrElse(
                told -> {
                    fields.put("event", new String(told.leaf().canonical(), StandardCharsets.UTF_8));
                    fields.put("salt", base64(told.leaf().salt()));
                },
                () -> fields.put("commitment", base64(line.commitment())));
        fields.put("stored", base64(line.stored()));
        fields.put("index", line.index());
        fields.put("proof", proof.stream().map(ProofDesk::base64).toList());
        return fields;
    }

    private static Map<String, Object> anchor(SealedChain.Anchor anchor) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("checkpoint", anchor.note());
        anchor.token().ifPresent(token -> fields.put("timestamp", base64(token)));
        fields.put(
                "consistency",
                anchor.consistency().stream().map(ProofDesk::base64).toList());
        return fields;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
