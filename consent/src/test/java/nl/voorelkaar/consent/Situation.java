package nl.voorelkaar.consent;

import static nl.voorelkaar.consent.Section.GEZONDHEID;
import static nl.voorelkaar.consent.Section.VERHAAL;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.devservices.postgres.TestPostgres;
import nl.voorelkaar.ConsentTestApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A resident nobody else uses, some professionals, and the product around them. */
@SpringBootTest(
        classes = ConsentTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "voorelkaar.face=resident",
            "voorelkaar.municipality.name=Gemeente Voorbeeldstad",
            "voorelkaar.public-url=http://localhost:8080",
            "spring.jpa.hibernate.ddl-auto=validate",
            "spring.jpa.open-in-view=false"
        })
abstract class Situation {

    static final LocalDate SPRING = LocalDate.of(2027, 4, 1);
    static final OrganisationId WIJ = new OrganisationId("wij-voorbeeldstad");
    static final Purpose PURPOSE = new Purpose("Ik wil hulp in huis voor u regelen.");
    static final Purpose IF_NO = new Purpose("Dan vraag ik u steeds zelf om uitleg.");
    static final ShownText SHOWN = new ShownText("Anouk Meijer mag uw verhaal lezen.", Locale.of("nl"));

    @Autowired
    AccessGate gate;

    @Autowired
    AccessRequests requests;

    @Autowired
    Grants grants;

    @Autowired
    CaseAssignments cases;

    @Autowired
    Emergencies emergencies;

    @Autowired
    Parties parties;

    @Autowired
    Ledger ledger;

    @Autowired
    DueWork dueWork;

    @Autowired
    RowScope scope;

    @Autowired
    MovableClock clock;

    @Autowired
    Happenings happenings;

    @Autowired
    TestPostgres.Databases databases;

    @Autowired
    PlatformTransactionManager transactions;

    final ResidentId resident = new ResidentId(UUID.randomUUID());

    /** The team of the north, of this test alone. */
    final TeamId north = new TeamId("wij-" + UUID.randomUUID());

    @BeforeEach
    void begin() {
        ConsentTestApplication.use(Face.RESIDENT);
        clock.reset();
        happenings.forget();
    }

    @AfterEach
    void end() {
        ConsentTestApplication.use(Face.RESIDENT);
    }

    /** The resident, signed in just now. */
    Actor.Resident me() {
        return signedIn(resident, AssuranceLevel.SUBSTANTIEEL, Duration.ZERO);
    }

    Actor.Resident signedIn(ResidentId who, AssuranceLevel level, Duration ago) {
        return new Actor.Resident(who, level, clock.instant().minus(ago), new Assertion("token"));
    }

    /** A professional who has signed in, in the team of the north. */
    Actor.Professional professional(Role role) {
        return professional(role, Optional.of(north));
    }

    Actor.Professional professional(Role role, Optional<TeamId> team) {
        return professional(new PartyId(UUID.randomUUID()), role, team);
    }

    Actor.Professional professional(PartyId id, Role role, Optional<TeamId> team) {
        workspace(() -> {
            parties.signedIn(new Party(id, "Anouk Meijer", role, WIJ, "WIJ Voorbeeldstad", team));
            return id;
        });
        return new Actor.Professional(
                id, role, WIJ, team, AssuranceLevel.SUBSTANTIEEL, clock.instant(), new Assertion("token"));
    }

    static Terms read(Section... sections) {
        return new Terms(Set.of(sections), Set.of(Right.READ), SPRING, false);
    }

    NewRequest question(Terms terms) {
        return new NewRequest(resident, terms, PURPOSE, IF_NO, Optional.empty());
    }

    AccessRequest ask(Actor.Professional by, Terms terms) {
        return workspace(() -> requests.ask(by, new RequestId(UUID.randomUUID()), question(terms)));
    }

    Grant given(Actor.Professional to, Terms terms) {
        var request = ask(to, terms);
        return grants.give(me(), request.id(), terms, SHOWN);
    }

    Grant given(Actor.Professional to) {
        return given(to, read(VERHAAL, GEZONDHEID));
    }

    Decision decision(Actor.Professional actor, Access.Action action, Section section) {
        return workspace(() -> gate.decide(actor, new Access(resident, Set.of(section), action)))
                .get(section);
    }

    Decision reading(Actor.Professional actor, Section section) {
        return decision(actor, Access.Action.READ, section);
    }

    List<LedgerLine> log() {
        return ledger.read(me(), Ledger.Filter.newest(200)).lines();
    }

    List<LedgerLine> log(LedgerEvent.Kind kind) {
        return log().stream().filter(line -> line.kind() == kind).toList();
    }

    static <T> T workspace(Supplier<T> work) {
        return on(Face.WORKSPACE, work);
    }

    static <T> T on(Face face, Supplier<T> work) {
        var before = ConsentTestApplication.current();
        ConsentTestApplication.use(face);
        try {
            return work.get();
        } finally {
            ConsentTestApplication.use(before);
        }
    }

    /** Past the application and past row-level security. */
    JdbcClient superuser() {
        return JdbcClient.create(databases.superuser());
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }
}
