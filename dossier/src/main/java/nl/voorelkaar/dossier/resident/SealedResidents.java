package nl.voorelkaar.dossier.resident;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Ages;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.Birthdays;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Deaths;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.vault.Assertions;
import nl.voorelkaar.dossier.vault.BlindIndex;
import nl.voorelkaar.dossier.vault.KeyBroker;
import nl.voorelkaar.dossier.vault.SubjectBinding;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Component
class SealedResidents implements Residents, SubjectBinding {

    private static final Logger LOG = LoggerFactory.getLogger(SealedResidents.class);
    private static final int MOST_NAMES = 500;

    /** A number that the register of persons does not know is kept no longer. */
    private static final Duration REGISTER_AT_MOST = Duration.ofDays(14);

    /** Before that, who has gezag inspects for the child (Wmo 5.3.2). */
    private static final int OWN_ACCESS_FROM = 12;

    /** What is kept of a login that only the resident face may read. */
    private record Kept(LocalDate born, @Nullable String email) {}

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final RowScope rows;
    private final Sealing sealing;
    private final BlindIndex indexes;
    private final Assertions assertions;
    private final KeyBroker broker;
    private final AccessGate gate;
    private final Ledger ledger;
    private final Birthdays birthdays;
    private final Deaths deaths;
    /** Of its own: how profiles are kept must not follow the settings of some web answer. */
    private final JsonMapper json = JsonMapper.builder().build();

    private final Clock clock;

    SealedResidents(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            RowScope rows,
            Sealing sealing,
            BlindIndex indexes,
            Assertions assertions,
            KeyBroker broker,
            AccessGate gate,
            Ledger ledger,
            Birthdays birthdays,
            Deaths deaths,
            Clock clock) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.rows = rows;
        this.sealing = sealing;
        this.indexes = indexes;
        this.assertions = assertions;
        this.broker = broker;
        this.gate = gate;
        this.ledger = ledger;
        this.birthdays = birthdays;
        this.deaths = deaths;
        this.clock = clock;
    }

    @Override
    public ResidentId signedIn(Bsn bsn, Profile profile, Assertion assertion) {
        var subject = assertions.verify(assertion);
        if (!Ages.reached(profile.born(), OWN_ACCESS_FROM, CalendarDays.dayOf(clock.instant()))) {
            throw new AccessRefused(Decision.Reason.NOT_YET_VALID);
        }
        var resident = transaction.execute(status -> {
            var found = claim(IndexKind.BSN, bsnIndex(bsn), new ResidentId(UUID.randomUUID()));
            if (!claim(IndexKind.SUBJECT, subjectIndex(subject.issuer(), subject.subject()), found)
                    .equals(found)) {
                // One login is one person: a subject that came back with another BSN is a fault or a fraud.
                throw new AccessRefused(Decision.Reason.NOT_THE_RESIDENT);
            }
            rows.enter(found);
            if (deaths.of(found).isPresent()) {
                throw new AccessRefused(Decision.Reason.STOPPED);
            }
            keep(found, bsn, profile);
            birthdays.known(found, profile.born());
            return found;
        });
        broker.create(resident);
        broker.label(resident, profile.name());
        return resident;
    }

    private void keep(ResidentId resident, Bsn bsn, Profile profile) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var kept =
                json.writeValueAsBytes(new Kept(profile.born(), profile.email().orElse(null)));
        sql.sql("""
                        insert into dossier.resident (resident_id, name, profile, bsn, opened_at, changed_at)
                        values (:resident, :name, :profile, :bsn, :now, :now)
                        on conflict (resident_id) do update
                           set name = excluded.name, profile = excluded.profile, changed_at = excluded.changed_at
                        """)
                .param("resident", resident.value())
                .param(
                        "name",
                        seal(
                                Sealing.Kind.DIRECTORY,
                                resident,
                                "name",
                                profile.name().getBytes(UTF_8)))
                .param("profile", seal(Sealing.Kind.PROFILE, resident, "profile", kept))
                .param(
                        "bsn",
                        seal(
                                Sealing.Kind.PROFILE,
                                resident,
                                "bsn",
                                bsn.revealDigits().getBytes(UTF_8)))
                .param("now", now)
                .update();
    }

    @Override
    public ResidentId addressed(Bsn bsn) {
        return transaction.execute(status -> claim(IndexKind.BSN, bsnIndex(bsn), new ResidentId(UUID.randomUUID())));
    }

    @Override
    public Profile profile(Actor.Resident actor) {
        return transaction.execute(status -> {
            rows.enter(actor.id());
            return sql.sql("select name, profile from dossier.resident where resident_id = :resident")
                    .param("resident", actor.id().value())
                    .query((row, n) -> {
                        var kept = json.readValue(
                                open(Sealing.Kind.PROFILE, actor.id(), "profile", row.getBytes("profile")), Kept.class);
                        return new Profile(
                                openName(actor.id(), row.getBytes("name")),
                                kept.born(),
                                Optional.ofNullable(kept.email()));
                    })
                    .optional()
                    .orElseThrow(() -> new AccessRefused(Decision.Reason.NOT_THE_RESIDENT));
        });
    }

    @Override
    public Map<ResidentId, String> names(Actor.Professional actor, Collection<ResidentId> residents) {
        if (residents.size() > MOST_NAMES) {
            throw new IllegalArgumentException("at most " + MOST_NAMES + " residents a call");
        }
        var names = new LinkedHashMap<ResidentId, String>();
        for (var resident : residents) {
            named(actor, resident).ifPresent(name -> names.put(resident, name));
        }
        return names;
    }

    /** A transaction each: a ledger line holds up its resident's log until the transaction ends. */
    private Optional<String> named(Actor.Professional actor, ResidentId resident) {
        return transaction.execute(status -> {
            var readable = readable(actor, resident);
            if (readable.isEmpty()) {
                return Optional.<String>empty();
            }
            var first = readable.values().iterator().next();
            var name = openedName(resident);
            name.ifPresent(known -> ledger.append(new LedgerEvent(
                    resident,
                    LedgerEvent.Kind.LISTED,
                    Optional.of(actor),
                    readable.keySet(),
                    Optional.of(first.ground()),
                    first.statute(),
                    first.grant(),
                    LedgerEvent.Outcome.DONE,
                    Map.of())));
            return name;
        });
    }

    private Map<Section, Decision.Permitted> readable(Actor.Professional actor, ResidentId resident) {
        var everything = new Access(resident, EnumSet.allOf(Section.class), Access.Action.READ);
        return gate.decide(actor, everything).entrySet().stream()
                .filter(answer -> answer.getValue() instanceof Decision.Permitted)
                .collect(Collectors.toMap(Map.Entry::getKey, answer -> (Decision.Permitted) answer.getValue()));
    }

    @Override
    public Optional<String> nameOf(ResidentId resident) {
        return transaction.execute(status -> openedName(resident));
    }

    @Override
    public Optional<Bsn> bsnOf(ResidentId resident) {
        return transaction.execute(status -> {
            rows.enter(resident);
            return sql.sql("select bsn from dossier.resident where resident_id = :resident")
                    .param("resident", resident.value())
                    .query((row, n) ->
                            Bsn.of(new String(open(Sealing.Kind.PROFILE, resident, "bsn", row.getBytes(1)), UTF_8)))
                    .optional();
        });
    }

    @Override
    public ResidentId registerAtDesk(Actor.Professional actor, Bsn bsn) {
        return transaction.execute(status -> {
            var resident = claim(IndexKind.BSN, bsnIndex(bsn), new ResidentId(UUID.randomUUID()));
            rows.enter(actor, resident);
            sql.sql("""
                            insert into dossier.desk_registration (resident_id, bsn, party_id, registered_at)
                            values (:resident, :bsn, :party, :now) on conflict do nothing
                            """)
                    .param("resident", resident.value())
                    .param(
                            "bsn",
                            sealing.seal(
                                    Sealing.Kind.LEDGER,
                                    resident.value(),
                                    registrationContext(resident),
                                    bsn.revealDigits().getBytes(UTF_8)))
                    .param("party", actor.id().value())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            return resident;
        });
    }

    @Override
    public int openRegistered(Function<Bsn, Optional<Profile>> register) {
        var waiting =
                waiting("desk", "select resident_id from dossier.desk_registration order by registered_at limit 100");
        var opened = 0;
        for (var resident : waiting) {
            try {
                if (openRegistered(resident, register)) {
                    opened++;
                }
            } catch (RuntimeException e) {
                LOG.error(
                        "Somebody who came to the desk waits for a dossier: {}",
                        e.getClass().getName());
            }
        }
        return opened;
    }

    private List<ResidentId> waiting(String job, String question) {
        return transaction.execute(status -> {
            sql.sql("select set_config('app.job', :job, true)")
                    .param("job", job)
                    .query(String.class)
                    .single();
            return sql.sql(question)
                    .query((row, n) -> new ResidentId(row.getObject(1, UUID.class)))
                    .list();
        });
    }

    @Override
    public int follow(Predicate<Bsn> register) {
        var followed = 0;
        for (var resident : waiting(
                "register",
                "select resident_id from dossier.resident where followed_at is null order by opened_at limit 100")) {
            if (bsnOf(resident).filter(register).isPresent()) {
                transaction.executeWithoutResult(status -> {
                    rows.enter(resident);
                    sql.sql("update dossier.resident set followed_at = :now where resident_id = :resident")
                            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .param("resident", resident.value())
                            .update();
                });
                followed++;
            }
        }
        return followed;
    }

    @Override
    public Optional<ResidentId> known(Bsn bsn) {
        return transaction.execute(status -> find(IndexKind.BSN, bsnIndex(bsn)));
    }

    private record Left(Bsn bsn, Instant at) {}

    private boolean openRegistered(ResidentId resident, Function<Bsn, Optional<Profile>> register) {
        var left = transaction.execute(status -> {
            rows.enter(resident);
            return sql.sql("select bsn, registered_at from dossier.desk_registration where resident_id = :resident")
                    .param("resident", resident.value())
                    .query((row, n) -> new Left(
                            Bsn.of(new String(
                                    sealing.open(
                                            Sealing.Kind.LEDGER,
                                            resident.value(),
                                            registrationContext(resident),
                                            row.getBytes(1)),
                                    UTF_8)),
                            row.getObject(2, OffsetDateTime.class).toInstant()))
                    .optional();
        });
        // Asking the register is a call over the network: not inside a transaction.
        var known = bsnOf(resident).isPresent();
        var profile = known ? Optional.<Profile>empty() : left.map(Left::bsn).flatMap(register);
        if (left.isEmpty()
                || (!known
                        && profile.isEmpty()
                        && clock.instant().isBefore(left.get().at().plus(REGISTER_AT_MOST)))) {
            return false;
        }
        transaction.executeWithoutResult(status -> {
            if (!claim(IndexKind.BSN, bsnIndex(left.get().bsn()), resident).equals(resident)) {
                throw new IllegalStateException("a number that belongs to another dossier was left at the desk");
            }
            rows.enter(resident);
            profile.ifPresent(found -> {
                keep(resident, left.get().bsn(), found);
                birthdays.known(resident, found.born());
            });
            sql.sql("delete from dossier.desk_registration where resident_id = :resident")
                    .param("resident", resident.value())
                    .update();
        });
        profile.ifPresent(found -> {
            broker.create(resident);
            broker.label(resident, found.name());
        });
        return profile.isPresent();
    }

    private static String registrationContext(ResidentId resident) {
        return "dossier.desk_registration/" + resident + "/bsn";
    }

    @Override
    public Optional<String> noticeAddress(ResidentId resident) {
        return transaction.execute(status -> {
            rows.enter(resident);
            return sql.sql("select profile from dossier.resident where resident_id = :resident")
                    .param("resident", resident.value())
                    .query((row, n) -> json.readValue(
                            open(Sealing.Kind.PROFILE, resident, "profile", row.getBytes(1)), Kept.class))
                    .optional()
                    .map(Kept::email);
        });
    }

    @Override
    public Optional<ResidentId> residentOf(String issuer, String subject) {
        return transaction.execute(status -> find(IndexKind.SUBJECT, subjectIndex(issuer, subject)));
    }

    private Optional<String> openedName(ResidentId resident) {
        rows.enter(resident);
        return sql.sql("select name from dossier.resident where resident_id = :resident")
                .param("resident", resident.value())
                .query((row, n) -> openName(resident, row.getBytes(1)))
                .optional();
    }

    /** The row of whoever came first: of two claims at once, one waits for the other and then finds it. */
    private ResidentId claim(IndexKind kind, byte[] index, ResidentId candidate) {
        hold(index);
        sql.sql("""
                        insert into dossier.resident_index (kind, index, resident_id)
                        values (:kind, :index, :resident) on conflict (kind, index) do nothing
                        """)
                .param("kind", kind.number)
                .param("index", index)
                .param("resident", candidate.value())
                .update();
        return find(kind, index).orElseThrow();
    }

    private Optional<ResidentId> find(IndexKind kind, byte[] index) {
        hold(index);
        return sql.sql("select resident_id from dossier.resident_index where kind = :kind and index = :index")
                .param("kind", kind.number)
                .param("index", index)
                .query((row, n) -> new ResidentId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Row security shows the row of this hash and no other, until the transaction ends. */
    private void hold(byte[] index) {
        sql.sql("select set_config('app.index', :index, true)")
                .param("index", HexFormat.of().formatHex(index))
                .query(String.class)
                .single();
    }

    private byte[] bsnIndex(Bsn bsn) {
        return indexes.index(BlindIndex.BSN, bsn.revealDigits());
    }

    private byte[] subjectIndex(String issuer, String subject) {
        return indexes.index(BlindIndex.SUBJECT, issuer + "|" + subject);
    }

    private byte[] seal(Sealing.Kind kind, ResidentId resident, String column, byte[] plaintext) {
        return sealing.seal(kind, resident.value(), context(resident, column), plaintext);
    }

    private byte[] open(Sealing.Kind kind, ResidentId resident, String column, byte[] sealed) {
        return sealing.open(kind, resident.value(), context(resident, column), sealed);
    }

    private String openName(ResidentId resident, byte[] sealed) {
        return new String(open(Sealing.Kind.DIRECTORY, resident, "name", sealed), UTF_8);
    }

    private static String context(ResidentId resident, String column) {
        return "dossier.resident/" + resident + "/" + column;
    }

    private enum IndexKind {
        BSN(1),
        SUBJECT(2);

        private final int number;

        IndexKind(int number) {
            this.number = number;
        }
    }
}
