package nl.voorelkaar.dossier;

import static nl.voorelkaar.consent.Section.CONTACT;
import static nl.voorelkaar.consent.Section.DERDEN;
import static nl.voorelkaar.consent.Section.GEZONDHEID;
import static nl.voorelkaar.consent.Section.LEEFGEBIEDEN;
import static nl.voorelkaar.consent.Section.MELDING;
import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static nl.voorelkaar.dossier.DossierWorld.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.DueWork;
import nl.voorelkaar.consent.Emergencies;
import nl.voorelkaar.consent.Emergency;
import nl.voorelkaar.consent.EmergencyId;
import nl.voorelkaar.consent.EmergencyReason;
import nl.voorelkaar.consent.EmergencyRefused;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Justification;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.NewEmergency;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Golden scenarios S9 and S10 with real keys: breaking the glass at night, and never one's own. */
class EmergencyAccessTests {

    private static final Justification WHY =
            new Justification("Mevrouw is niet wakker te krijgen. Ik zoek haar medicijnen en wie wij moeten bellen.");
    private static final Justification WORDS =
            new Justification("Het ging om minuten en hij keek naar niets anders dan nodig was.");

    private final DossierWorld world = DossierWorld.shared();
    private final Emergencies atWork = world.workspace.bean(Emergencies.class);
    private final Emergencies atHome = world.resident.bean(Emergencies.class);
    private final DueWork clockWork = world.resident.bean(DueWork.class);

    private DossierWorld.Person fatima;
    private Actor.Resident resident;
    private Actor.Professional anouk;
    private Actor.Professional bram;

    @BeforeEach
    void aDossierWithAMunicipalFile() {
        fatima = world.person("Fatima el Amrani");
        resident = fatima.signsIn();
        anouk = world.professional("Anouk Meijer", Role.GSP);
        world.assigns(anouk, resident.id());
        world.writes(resident, GEZONDHEID, "Mijn dagboek");
        written(LEEFGEBIEDEN, "Medicijnen: bloedverdunner");
        written(MELDING, "Hulp in huis");
        bram = world.professional("Bram Visser", Role.CM);
    }

    private Entry written(Section section, String title) {
        return world.workspace.dossiers().add(anouk, resident.id(), newId(), world.about(section, title, title));
    }

    private Emergency asked(Actor.Professional by, EmergencyReason reason, Section... sections) {
        return world.workspace
                .bean(Lookups.class)
                .inEmergency(
                        by,
                        new EmergencyId(UUID.randomUUID()),
                        fatima.bsn,
                        new NewEmergency(reason, Set.of(sections), WHY));
    }

    private Emergency opened(Actor.Professional by) {
        return atWork.confirm(
                by,
                asked(by, EmergencyReason.LEVENSGEVAAR, CONTACT, LEEFGEBIEDEN).id());
    }

    private DossierView open(Actor.Professional by) {
        return world.workspace.dossiers().open(by, resident.id());
    }

    @Test
    void atNightItOpensTheLeastWithRealKeysAndIsJudgedAndToldAndClosed() {
        world.clock.advance(Duration.ofMinutes(14 * 60 + 30));
        bram = world.professional("Bram Visser", Role.CM);
        assertRefused(() -> open(bram));
        var open = opened(bram);

        var view = open(bram);
        assertThat(view.name()).contains("Fatima el Amrani");
        assertThat(view.sections())
                .extracting(DossierView.SectionView::section)
                .containsExactlyInAnyOrder(CONTACT, LEEFGEBIEDEN);
        assertThat(view.sections())
                .flatExtracting(DossierView.SectionView::entries)
                .extracting(Entry::title)
                .containsExactly("Medicijnen: bloedverdunner");
        assertRefused(() -> world.workspace.dossiers().open(bram, resident.id(), Set.of(DERDEN)));
        assertRefused(() -> world.workspace.dossiers().open(bram, resident.id(), Set.of(GEZONDHEID)));
        assertRefused(() -> world.workspace
                .dossiers()
                .add(bram, resident.id(), newId(), world.about(LEEFGEBIEDEN, "Notitie", "Notitie")));
        assertThat(atHome.of(resident)).singleElement().satisfies(told -> {
            assertThat(told.by().name()).isEqualTo("Bram Visser");
            assertThat(told.why()).isEqualTo(WHY);
            assertThat(told.until()).isEqualTo(open.until());
        });
        assertThat(world.log(resident, LedgerEvent.Kind.READ))
                .anySatisfy(line -> assertThat(line.ground()).contains(Grondslag.VITAAL_BELANG));

        world.clock.advance(Emergencies.LENGTH);
        assertRefused(() -> open(bram));
        clockWork.emergenciesDue();
        assertThat(leases(open)).isZero();

        var nadia = world.professional("Nadia Jansen", Role.FG);
        assertThat(atWork.toReview(nadia)).extracting(Emergency::id).contains(open.id());
        atWork.takeUp(nadia, open.id());
        atWork.judge(nadia, open.id(), true, WORDS);
        assertThat(atHome.find(fatima.signsIn(), open.id()).orElseThrow().state())
                .isEqualTo(Emergency.State.GERECHTVAARDIGD);
    }

    @Test
    void whatIsStoppedByHandIsClosedAtOnce() {
        var open = opened(bram);
        assertThat(open(bram).sections()).isNotEmpty();

        atWork.end(bram, open.id());

        assertRefused(() -> open(bram));
        assertThat(leases(open)).isZero();
    }

    @Test
    void aDatabaseThatSaysItStillLastsOpensNothingAfterTheHour() {
        var open = opened(bram);
        world.past(world.databases.superuser())
                .sql("update consent.emergency set valid_until = valid_from + interval '20 hours'"
                        + " where emergency_id = :id")
                .param("id", open.id().value())
                .update();
        world.clock.advance(Emergencies.LENGTH.plusSeconds(1));

        assertRefused(() -> open(bram));
    }

    @Test
    void anExtensionReachesTheKeysToo() {
        var open = opened(bram);
        world.clock.advance(Emergencies.LENGTH.minus(Duration.ofMinutes(1)));
        var again = again(bram);
        atWork.extend(again, open.id(), WHY);
        world.clock.advance(Duration.ofMinutes(2));

        assertThat(open(again).sections()).isNotEmpty();
    }

    /** The same professional, who proves again who they are. */
    private Actor.Professional again(Actor.Professional who) {
        return new Actor.Professional(
                who.id(),
                who.role(),
                who.organisation(),
                who.team(),
                who.level(),
                world.clock.instant(),
                who.assertion());
    }

    @Test
    void nothingOfItCanBeDownloaded() throws IOException {
        var id = newId();
        var bytes = "Lijst van medicijnen".getBytes(StandardCharsets.UTF_8);
        world.workspace
                .documents()
                .add(
                        anouk,
                        resident.id(),
                        id,
                        world.about(LEEFGEBIEDEN, "Lijst", "Lijst"),
                        "lijst.txt",
                        new ByteArrayInputStream(bytes));
        opened(bram);
        var to = new ByteArrayOutputStream();

        assertRefused(() -> world.workspace.documents().download(bram, resident.id(), id, to));

        assertThat(to.size()).isZero();
        world.workspace.documents().download(anouk, resident.id(), id, to);
        assertThat(to.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void aNumberThatNobodyHereHasAnswersAlike() {
        var stranger = Bsn.of("999940223");

        var asked = world.workspace
                .bean(Lookups.class)
                .inEmergency(
                        bram,
                        new EmergencyId(UUID.randomUUID()),
                        stranger,
                        new NewEmergency(EmergencyReason.ANDERS, Set.of(CONTACT), WHY));

        assertThat(asked.state()).isEqualTo(Emergency.State.AANGEVRAAGD);
        assertThat(atWork.confirm(bram, asked.id()).state()).isEqualTo(Emergency.State.ACTIEF);
        assertThat(world.workspace.dossiers().open(bram, asked.resident()).sections())
                .flatExtracting(DossierView.SectionView::entries)
                .isEmpty();
    }

    @Test
    void anoukOpensNeitherHerOwnDossierNorThatOfAHousemateNorThatOfANeighbourWithoutATaskAndAllOfItIsLogged() {
        var own = world.resident("Anouk Meijer");
        var housemate = world.resident("Huisgenoot");
        var neighbour = world.resident("Buurvrouw");
        world.workspace.bean(Parties.class).related(anouk.id(), Set.of(own.id()), Set.of(housemate.id()));

        for (var other : List.of(own, housemate)) {
            assertThatThrownBy(() -> atWork.ask(
                            anouk,
                            new EmergencyId(UUID.randomUUID()),
                            other.id(),
                            new NewEmergency(EmergencyReason.ANDERS, Set.of(CONTACT), WHY)))
                    .isInstanceOfSatisfying(
                            EmergencyRefused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(EmergencyRefused.Reason.OWN_DOSSIER));
            assertThat(world.log(other, LedgerEvent.Kind.EMERGENCY_ASKED))
                    .singleElement()
                    .satisfies(line -> assertThat(line.outcome()).isEqualTo(LedgerEvent.Outcome.REFUSED));
        }
        for (var other : List.of(own, housemate, neighbour)) {
            assertRefused(() -> world.workspace.dossiers().open(anouk, other.id()));
            assertThat(world.log(other, LedgerEvent.Kind.READ)).anySatisfy(line -> {
                assertThat(line.by())
                        .hasValueSatisfying(by -> assertThat(by.id()).isEqualTo(anouk.id()));
                assertThat(line.outcome()).isEqualTo(LedgerEvent.Outcome.REFUSED);
            });
        }
    }

    private long leases(Emergency emergency) {
        return world.past(world.databases.broker())
                .sql("select count(*) from keystore.emergency_lease where emergency_id = :id")
                .param("id", emergency.id().value())
                .query(Long.class)
                .single();
    }
}
