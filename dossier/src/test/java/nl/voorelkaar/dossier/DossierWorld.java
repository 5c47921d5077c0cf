package nl.voorelkaar.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.devservices.identity.LocalIssuer;
import nl.devservices.postgres.TestPostgres;
import nl.devservices.timestamp.LocalTimestamps;
import nl.devservices.timestamp.TimestampServer;
import nl.voorelkaar.DossierTestApplication;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.CaseAssignment;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.ConsentSchema;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.consent.NewRequest;
import nl.voorelkaar.consent.OrganisationId;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.dossier.vault.GranteeKeys;
import nl.voorelkaar.dossier.vault.custody.CustodyPassword;
import nl.voorelkaar.dossier.vault.custody.FileCustody;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Both faces of the product without a portal, on one real database, one custody and one identity provider. Everybody in
 * it signs in the way they would; tests share it and bring their own people.
 */
public final class DossierWorld {

    /** A Monday, 9.00 in Amsterdam. */
    static final Instant START = Instant.parse("2026-10-05T07:00:00Z");

    private static final String RESIDENT_PASSWORD = "a password for the resident face";
    private static final String WORKSPACE_PASSWORD = "a password for the workspace face";
    static final ShownText SHOWN = new ShownText("Mag dit gelezen worden?", Locale.of("nl"));
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    final MovableClock clock = new MovableClock();
    final LocalIssuer digid = new LocalIssuer();
    final LocalIssuer staff = new LocalIssuer();
    final TimestampServer timestamps = new TimestampServer(LocalTimestamps.in(freshDirectory(), clock));
    final TestPostgres.Databases databases = TestPostgres.shared().databases("dossier_world", fresh -> {
        ConsentSchema.migrate(fresh.owner());
        DossierSchema.migrate(fresh.owner());
        DossierSchema.migrateKeystore(fresh.keysOwner());
    });
    final RunningFace resident;
    final RunningFace workspace;

    private final Path custody;

    private DossierWorld() {
        custody = freshDirectory();
        FileCustody.initialise(
                custody,
                new CustodyPassword(RESIDENT_PASSWORD),
                new CustodyPassword(WORKSPACE_PASSWORD),
                "Gemeente Voorbeeldstad");
        resident = new RunningFace(Face.RESIDENT, databases.residentFace(), RESIDENT_PASSWORD, digid);
        workspace = new RunningFace(Face.WORKSPACE, databases.workspaceFace(), WORKSPACE_PASSWORD, staff);
    }

    static DossierWorld shared() {
        return Holder.WORLD;
    }

    /**
     * Another municipality's, that has nothing in common with the shared one: databases, custody, providers, residents.
     */
    static DossierWorld elsewhere() {
        return new DossierWorld();
    }

    private static final class Holder {
        static final DossierWorld WORLD = new DossierWorld();
    }

    /** One process of the product. */
    final class RunningFace {

        private final ConfigurableApplicationContext context;

        RunningFace(Face face, DataSource role, String password, LocalIssuer issuer) {
            var main = (PGSimpleDataSource) role;
            var keys = (PGSimpleDataSource) databases.broker();
            context = new SpringApplicationBuilder(DossierTestApplication.class)
                    .web(WebApplicationType.NONE)
                    .initializers(starting -> ((org.springframework.context.support.GenericApplicationContext) starting)
                            .registerBean("clock", Clock.class, () -> clock))
                    .properties(java.util.Map.ofEntries(
                            entry("voorelkaar.face", face.name().toLowerCase(Locale.ROOT)),
                            entry("voorelkaar.public-url", "http://localhost"),
                            entry("voorelkaar.municipality.name", "Gemeente Voorbeeldstad"),
                            entry("spring.datasource.url", main.getUrl()),
                            entry("spring.datasource.username", main.getUser()),
                            entry("spring.datasource.password", main.getPassword()),
                            entry("spring.datasource.hikari.maximum-pool-size", "20"),
                            entry("spring.jpa.open-in-view", "false"),
                            entry("spring.jpa.hibernate.ddl-auto", "none"),
                            entry("spring.main.banner-mode", "off"),
                            entry(
                                    "voorelkaar.timestamp.url",
                                    timestamps.address().toString()),
                            entry("voorelkaar.keystore.url", keys.getUrl()),
                            entry("voorelkaar.keystore.username", keys.getUser()),
                            entry("voorelkaar.keystore.password", keys.getPassword()),
                            entry("voorelkaar.custody.directory", custody.toString()),
                            entry("voorelkaar.custody.password", password),
                            entry("voorelkaar.identity.issuer", issuer.address()),
                            entry("voorelkaar.identity.client-id", LocalIssuer.CLIENT),
                            entry("voorelkaar.identity.client-secret", "not used here")))
                    .run();
        }

        private static java.util.Map.Entry<String, Object> entry(String name, String value) {
            return java.util.Map.entry(name, value);
        }

        <T> T bean(Class<T> type) {
            return context.getBean(type);
        }

        Dossiers dossiers() {
            return bean(Dossiers.class);
        }

        Documents documents() {
            return bean(Documents.class);
        }

        Residents residents() {
            return bean(Residents.class);
        }
    }

    /** A person who signs in with DigiD. */
    final class Person {

        final Bsn bsn;
        final String subject;
        final Residents.Profile profile;

        private Person(String name, LocalDate born) {
            var number = PEOPLE.incrementAndGet();
            this.bsn = bsnOf(number);
            this.subject = "subject-" + number + "-" + UUID.randomUUID();
            this.profile = new Residents.Profile(name, born, Optional.of("post" + number + "@voorbeeld.example"));
        }

        Actor.Resident signsIn() {
            return signsIn(AssuranceLevel.SUBSTANTIEEL);
        }

        Actor.Resident signsIn(AssuranceLevel level) {
            var assertion = assertion(digid, subject, level);
            var id = resident.residents().signedIn(bsn, profile, assertion);
            return new Actor.Resident(id, level, clock.instant(), assertion);
        }
    }

    Person person(String name) {
        return person(name, LocalDate.of(1956, 3, 14));
    }

    Person person(String name, LocalDate born) {
        return new Person(name, born);
    }

    /** A resident who signed in just now. */
    Actor.Resident resident(String name) {
        return person(name).signsIn();
    }

    Actor.Professional professional(String name, Role role) {
        return professional(name, role, "staff-" + UUID.randomUUID());
    }

    Actor.Professional professional(String name, Role role, String subject) {
        var id = PartyId.ofLogin(staff.address(), subject);
        var organisation = new OrganisationId("wij-voorbeeldstad");
        var actor = new Actor.Professional(
                id,
                role,
                organisation,
                Optional.empty(),
                AssuranceLevel.SUBSTANTIEEL,
                clock.instant(),
                assertion(staff, subject, AssuranceLevel.SUBSTANTIEEL));
        workspace
                .bean(Parties.class)
                .signedIn(new Party(id, name, role, organisation, "WIJ Voorbeeldstad", Optional.empty()));
        workspace.bean(GranteeKeys.class).ensure(actor);
        return actor;
    }

    /** What this provider says of who signed in just now. */
    Assertion assertion(LocalIssuer by, String subject, AssuranceLevel level) {
        return new Assertion(by.sign(subject, level.acr(), clock.instant()));
    }

    LocalDate today() {
        return CalendarDays.dayOf(clock.instant());
    }

    Terms toRead(Section... sections) {
        return new Terms(Set.of(sections), Set.of(Right.READ), today().plusDays(30), false);
    }

    Terms toReadAndAdd(Section... sections) {
        return new Terms(Set.of(sections), Set.of(Right.READ, Right.ADD), today().plusDays(30), false);
    }

    RequestId asks(Actor.Professional professional, ResidentId resident, Terms terms) {
        return workspace
                .bean(AccessRequests.class)
                .ask(
                        professional,
                        new RequestId(UUID.randomUUID()),
                        new NewRequest(
                                resident,
                                terms,
                                new Purpose("Ik wil hulp in huis voor u regelen."),
                                new Purpose("Dan vraag ik het u steeds zelf."),
                                Optional.empty()))
                .id();
    }

    Grant says(Actor.Resident yes, RequestId to, Terms terms) {
        return resident.bean(Grants.class).give(yes, to, terms, SHOWN);
    }

    /** Asked and granted. */
    Grant grants(Actor.Resident resident, Actor.Professional professional, Terms terms) {
        return says(resident, asks(professional, resident.id(), terms), terms);
    }

    void stops(Actor.Resident actor, Grant grant) {
        resident.bean(Grants.class).stop(actor, grant.id(), SHOWN);
    }

    CaseAssignment assigns(Actor.Professional to, ResidentId resident) {
        return workspace
                .bean(CaseAssignments.class)
                .assign(professional("Teammanager", Role.TM), resident, to.id(), "Wmo 2.3.2", today().plusDays(42));
    }

    NewEntry about(Section section, String title, String text) {
        return new NewEntry(section, title, text, today());
    }

    Entry writes(Actor.Resident actor, Section section, String title) {
        return writes(actor, section, title, "Tekst bij " + title);
    }

    Entry writes(Actor.Resident actor, Section section, String title, String text) {
        return resident.dossiers().add(actor, actor.id(), newId(), about(section, title, text));
    }

    /** Begins a new entry and leaves it unsaved. */
    void types(Actor.Resident actor, String text) {
        resident.bean(Drafts.class)
                .keep(
                        actor,
                        Draft.begun(
                                        new DraftId(UUID.randomUUID()),
                                        new FormKey("entry-new"),
                                        "mijn/dossier/nieuw",
                                        Optional.empty())
                                .with(Map.of("text", text)));
    }

    static EntryId newId() {
        return new EntryId(UUID.randomUUID());
    }

    /** What this resident's log says of one kind, newest first. */
    java.util.List<LedgerLine> log(Actor.Resident actor, LedgerEvent.Kind kind) {
        return log(actor).stream().filter(line -> line.kind() == kind).toList();
    }

    java.util.List<LedgerLine> log(Actor.Resident actor) {
        return resident.bean(Ledger.class)
                .read(actor, Ledger.Filter.newest(200))
                .lines();
    }

    /** That this is refused in the one way in which everything is refused. */
    static void assertRefused(ThrowingCallable attempt) {
        var refused = catchThrowableOfType(AccessRefused.class, attempt);
        assertThat(refused).isNotNull();
        assertThat(refused).hasMessage("not available");
    }

    JdbcClient past(DataSource security) {
        return JdbcClient.create(security);
    }

    /** A number that passes the 11-proef and belongs to nobody: 9999 is the range for tests. */
    private static Bsn bsnOf(int number) {
        for (int candidate = 999_900_000 + (number * 23) % 90_000; ; candidate++) {
            try {
                return Bsn.of(String.valueOf(candidate));
            } catch (IllegalArgumentException e) {
                // Nine in ten numbers are no BSN.
            }
        }
    }

    private static Path freshDirectory() {
        try {
            return Files.createTempDirectory("custody");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stands still until it is moved. Tests that move it bring people who sign in afterwards. */
    static final class MovableClock extends Clock {

        private volatile Instant now = START;

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return CalendarDays.AMSTERDAM;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
