package nl.voorelkaar.dossier.vault;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.devservices.postgres.TestPostgres;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessGate;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.OrganisationId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.TeamId;
import nl.voorelkaar.dossier.DossierSchema;
import nl.voorelkaar.dossier.vault.custody.CustodyPassword;
import nl.voorelkaar.dossier.vault.custody.FileCustody;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Both faces of one installation on a real database and a real custody, with an identity provider and <b>a gate that
 * permits everything</b>: what stays closed here is closed by keys alone.
 */
final class Installation {

    static final CustodyPassword RESIDENT_PASSWORD = new CustodyPassword("password of the resident face");
    static final CustodyPassword WORKSPACE_PASSWORD = new CustodyPassword("password of the workspace face");
    static final String PROGRAMS = "https://dossier.voorbeeldstad.example/api/v1";
    static final Instant START = Instant.parse("2026-10-05T07:00:00Z");

    private static final String ISSUER = "https://identity.example";
    private static final KeyPair PROVIDER = providerKey();

    private static final List<HikariDataSource> POOLS = new ArrayList<>();

    /** One for all tests: stretching a password takes long on purpose. */
    private static final Map<Face, FileCustody> CUSTODIES = custodies();

    final TestPostgres.Databases databases = TestPostgres.shared().databases("vault", fresh -> {
        DossierSchema.migrate(fresh.owner());
        DossierSchema.migrateKeystore(fresh.keysOwner());
    });
    final MovableClock clock = new MovableClock(START);
    final Map<String, ResidentId> subjects = new HashMap<>();
    final RunningFace resident;
    final RunningFace workspace;

    /** One at a time: the one before is shut down, and its expiry days are gone. */
    Installation() {
        CUSTODIES.get(Face.RESIDENT).days().forEach(CUSTODIES.get(Face.RESIDENT)::destroyDay);
        POOLS.forEach(HikariDataSource::close);
        POOLS.clear();
        resident = new RunningFace(Face.RESIDENT, databases.residentFace());
        workspace = new RunningFace(Face.WORKSPACE, databases.workspaceFace());
    }

    /** One running face. */
    final class RunningFace {

        private final Face face;
        private final DataSource pool;
        private final DataSource brokerPool;
        final FileCustody keys;
        final JdbcClient sql;
        final TransactionTemplate transaction;
        final RowScope rows;
        final BrokerDatabase keystore;
        final Vault vault;
        /** The grant that the gate says everything rests on, by section. */
        final Map<Section, GrantId> grants = new HashMap<>();

        RunningFace(Face face, DataSource source) {
            this(face, pool(source), pool(databases.broker()));
        }

        private RunningFace(Face face, DataSource pool, DataSource brokerPool) {
            this.face = face;
            this.pool = pool;
            this.brokerPool = brokerPool;
            keys = CUSTODIES.get(face);
            sql = JdbcClient.create(pool);
            var transactions = new JdbcTransactionManager(pool);
            transaction = new TransactionTemplate(transactions);
            rows = new SettingsScope(sql);
            keystore = new BrokerDatabase(brokerPool);
            vault = new Vault(
                    sql,
                    transactions,
                    rows,
                    keystore,
                    new BrokerDatabase(pool),
                    keys,
                    assertions(),
                    () -> (issuer, subject) -> Optional.ofNullable(subjects.get(subject)),
                    () -> new PermitEverything(grants),
                    () -> (resident, section, thing) -> java.util.List.of(),
                    clock);
        }

        /** As another node of this face: nothing remembered. */
        RunningFace restarted() {
            var again = new RunningFace(face, pool, brokerPool);
            again.grants.putAll(grants);
            return again;
        }

        void publish(ConsentEvent event) {
            transaction.executeWithoutResult(status -> {
                switch (event) {
                    case ConsentEvent.Granted granted -> vault.consentKeys().on(granted);
                    case ConsentEvent.Stopped stopped -> vault.consentKeys().on(stopped);
                    case ConsentEvent.Paused paused -> vault.consentKeys().on(paused);
                    case ConsentEvent.Resumed resumed -> vault.consentKeys().on(resumed);
                    case ConsentEvent.Expired expired -> vault.consentKeys().on(expired);
                    case ConsentEvent.Assigned assigned -> vault.consentKeys().on(assigned);
                    case ConsentEvent.MandateAccepted accepted ->
                        vault.consentKeys().on(accepted);
                    case ConsentEvent.Mandated mandated -> vault.consentKeys().on(mandated);
                    case ConsentEvent.MandateEnded over -> vault.consentKeys().on(over);
                    case ConsentEvent.AssignmentEnded ended ->
                        vault.consentKeys().on(ended);
                    default -> throw new IllegalArgumentException("not about keys");
                }
            });
        }
    }

    Actor.Resident resident(String subject) {
        var id = subjects.computeIfAbsent(subject, s -> new ResidentId(UUID.randomUUID()));
        return new Actor.Resident(id, AssuranceLevel.SUBSTANTIEEL, clock.instant(), assertion(subject));
    }

    /** A resident whose dossier is there. */
    Actor.Resident residentWithDossier(String subject) {
        var actor = resident(subject);
        resident.vault.broker().create(actor.id());
        resident.vault.broker().label(actor.id(), "Naam van " + subject);
        return actor;
    }

    Actor.Professional professional(String subject, String... team) {
        return new Actor.Professional(
                PartyId.ofLogin(ISSUER, subject),
                Role.GSP,
                new OrganisationId("wij-voorbeeldstad"),
                team.length == 0 ? Optional.empty() : Optional.of(new TeamId(team[0])),
                AssuranceLevel.SUBSTANTIEEL,
                clock.instant(),
                assertion(subject));
    }

    /** A professional who signed in on the workspace. */
    Actor.Professional professionalWithKeys(String subject, String... team) {
        var actor = professional(subject, team);
        workspace.vault.granteeKeys().ensure(actor);
        return actor;
    }

    GrantId grant(Actor.Resident by, Actor.Professional to, LocalDate lastDay, Section... sections) {
        return grant(by, to, Optional.empty(), Optional.empty(), lastDay, sections);
    }

    GrantId grant(
            Actor.Resident by,
            Actor.Professional to,
            Optional<TeamId> team,
            Optional<GrantId> replaces,
            LocalDate lastDay,
            Section... sections) {
        var grant = new GrantId(UUID.randomUUID());
        resident.publish(
                new ConsentEvent.Granted(by.id(), grant, to.id(), team, Set.of(sections), lastDay, replaces, by));
        return grant;
    }

    LocalDate today() {
        return CalendarDays.dayOf(clock.instant());
    }

    Assertion assertion(String subject) {
        return assertion(claims(subject).build(), PROVIDER);
    }

    JWTClaimsSet.Builder claims(String subject) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(subject)
                .audience("voorelkaar")
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plusSeconds(300)))
                .claim("auth_time", clock.instant().getEpochSecond())
                .claim("acr", AssuranceLevel.SUBSTANTIEEL.acr());
    }

    Assertion assertion(JWTClaimsSet claims) {
        return assertion(claims, PROVIDER);
    }

    static Assertion assertion(JWTClaimsSet claims, KeyPair signer) {
        return signed(new JWSHeader(JWSAlgorithm.RS256), claims, signer);
    }

    /** What a program brings. */
    static Assertion accessToken(JWTClaimsSet claims) {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                claims,
                PROVIDER);
    }

    private static Assertion signed(JWSHeader header, JWTClaimsSet claims, KeyPair signer) {
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(signer.getPrivate()));
            return new Assertion(token.serialize());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    TokenAssertions assertions() {
        var decoder = NimbusJwtDecoder.withPublicKey((RSAPublicKey) PROVIDER.getPublic())
                .validateType(false)
                .build();
        decoder.setJwtValidator(token -> OAuth2TokenValidatorResult.success());
        return new TokenAssertions(decoder, ISSUER, "voorelkaar", PROGRAMS, clock);
    }

    static KeyPair providerKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource pool(DataSource source) {
        var pool = new HikariDataSource();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        POOLS.add(pool);
        return pool;
    }

    private static Map<Face, FileCustody> custodies() {
        try {
            var directory = Files.createTempDirectory("custody");
            FileCustody.initialise(directory, RESIDENT_PASSWORD, WORKSPACE_PASSWORD, "Gemeente Voorbeeldstad");
            return Map.of(
                    Face.RESIDENT, FileCustody.open(directory, Face.RESIDENT, RESIDENT_PASSWORD),
                    Face.WORKSPACE, FileCustody.open(directory, Face.WORKSPACE, WORKSPACE_PASSWORD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The application check, removed. */
    private record PermitEverything(Map<Section, GrantId> grants) implements AccessGate {

        @Override
        public Map<Section, Decision> decide(Actor actor, Access access) {
            return new HashMap<>(require(actor, access));
        }

        @Override
        public Map<Section, Decision.Permitted> require(Actor actor, Access access) {
            return access.sections().stream()
                    .collect(Collectors.toMap(section -> section, section -> ground(actor, section)));
        }

        private Decision.Permitted ground(Actor actor, Section section) {
            if (actor instanceof Actor.Resident) {
                return new Decision.Permitted(Grondslag.EIGEN_DOSSIER, Optional.empty(), Optional.empty(), Instant.MAX);
            }
            return grants.containsKey(section)
                    ? new Decision.Permitted(
                            actor instanceof Actor.Acting ? Grondslag.MACHTIGING : Grondslag.TOESTEMMING,
                            Optional.of(grants.get(section)),
                            Optional.empty(),
                            Instant.MAX)
                    : new Decision.Permitted(
                            Grondslag.WETTELIJKE_TAAK, Optional.empty(), Optional.of("Wmo 2.3.2"), Instant.MAX);
        }

        @Override
        public Map<Section, Decision.Permitted> requireAny(Actor actor, Access access) {
            return require(actor, access);
        }

        @Override
        public <T> Optional<Found<T>> requireFound(
                Actor actor,
                ResidentId resident,
                Function<Map<Section, Decision.Permitted>, Optional<T>> look,
                Function<T, Section> place) {
            var all =
                    require(actor, new Access(resident, Set.copyOf(EnumSet.allOf(Section.class)), Access.Action.READ));
            return look.apply(all).map(found -> new Found<>(found, all.get(place.apply(found))));
        }
    }

    /** Row scope as the consent module sets it, without its beans. */
    private record SettingsScope(JdbcClient sql) implements RowScope {

        @Override
        public void enter(Optional<ResidentId> resident, Optional<PartyId> party, Optional<TeamId> team) {
            set("app.resident", resident.map(ResidentId::toString).orElse(""));
            set("app.party", party.map(PartyId::toString).orElse(""));
            set("app.team", team.map(TeamId::toString).orElse(""));
        }

        @Override
        public void enter(Actor.Professional actor, ResidentId resident, Set<Section> sections) {
            enter(actor, resident);
            set(
                    "app.sections",
                    EnumSet.copyOf(sections).stream()
                            .map(section -> String.valueOf(section.number()))
                            .collect(Collectors.joining(",")));
        }

        @Override
        public void enter(Actor.Acting actor, Set<Section> sections) {
            enter(
                    Optional.of(actor.resident()),
                    Optional.of(new PartyId(actor.person().value())),
                    Optional.empty());
            set(
                    "app.sections",
                    sections.stream()
                            .map(section -> String.valueOf(section.number()))
                            .collect(Collectors.joining(",")));
        }

        private void set(String name, String value) {
            sql.sql("select set_config(:name, :value, true)")
                    .param("name", name)
                    .param("value", value)
                    .query(String.class)
                    .single();
        }
    }
}
