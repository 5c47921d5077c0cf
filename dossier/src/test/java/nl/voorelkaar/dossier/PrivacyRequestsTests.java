package nl.voorelkaar.dossier;

import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.GroundTable;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.Representation;
import nl.voorelkaar.consent.Representations;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Rule;
import nl.voorelkaar.dossier.privacy.DataRight;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Arrived;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Channel;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Filed;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Outcome;
import nl.voorelkaar.dossier.privacy.PrivacyEvent.Through;
import nl.voorelkaar.dossier.privacy.PrivacyRequests;
import nl.voorelkaar.dossier.privacy.Verzoek;
import nl.voorelkaar.dossier.procedure.CaseDesk;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.StepId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a resident asks about their data, on both faces. */
class PrivacyRequestsTests {

    private final DossierWorld world = DossierWorld.shared();
    private final PrivacyRequests home = world.resident.bean(PrivacyRequests.class);
    private final PrivacyRequests desk = world.workspace.bean(PrivacyRequests.class);
    private final CaseDesk cases = world.workspace.bean(CaseDesk.class);

    @Test
    void aLineOfTheLogIsDisputedTakenUpAndAnsweredAndNobodyElseReadsIt() {
        var fatima = world.resident("Fatima");
        var anouk = world.professional("Anouk Meijer", Role.GSP);
        world.assigns(anouk, fatima.id());
        world.workspace.dossiers().open(anouk, fatima.id());
        var line = looked(fatima, anouk);
        var id = id();
        home.dispute(fatima, id, step(), line.sequence(), "Anouk Meijer keek.", "Ik ken haar niet.");

        var manager = world.professional("Teammanager", Role.TM);
        var nadia = world.professional("Nadia Jansen", Role.FG);
        assertThat(cases.waiting(manager)).extracting(ProcedureHead::id).doesNotContain(id);
        assertRefused(() -> cases.toTakeUp(manager));
        var head = waiting(nadia, id);
        assertThat(head.excluded()).containsExactly(anouk.id());
        assertThat(head.due())
                .contains(world.workspace
                        .bean(Deadlines.class)
                        .of(Rule.ACCESS, world.today())
                        .lastDay());
        assertRefused(() -> cases.give(manager, head, nadia.id(), world.today().plusDays(60)));
        assertRefused(() -> world.workspace
                .bean(CaseAssignments.class)
                .assign(manager, fatima.id(), nadia.id(), "AVG 12", world.today()));
        assertRefused(() -> desk.find(nadia, fatima.id(), id));
        cases.takeUp(nadia, head);
        assertRefused(() -> cases.takeUp(nadia, head));

        var read = desk.find(nadia, fatima.id(), id);
        assertThat(read.filed().words()).isEqualTo("Ik ken haar niet.");
        assertThat(read.filed().line()).get().satisfies(shown -> {
            assertThat(shown.shown()).isEqualTo("Anouk Meijer keek.");
            assertThat(shown.event()).isEqualTo(line.id());
            assertThat(shown.by()).contains(anouk.id().value());
        });
        assertRefused(() -> desk.find(anouk, fatima.id(), id));
        assertRefused(() -> desk.find(world.professional("Andere FG", Role.FG), fatima.id(), id));
        assertRefused(() -> home.find(world.resident("Buurman"), fatima.id(), id));
        assertRefused(() -> world.workspace
                .bean(Procedures.class)
                .read(nadia, fatima.id(), Set.of(Section.KLACHT), open -> open.now()));

        desk.take(
                nadia,
                fatima.id(),
                id,
                step(),
                "answer",
                (now, by, at) -> now.answer(by, Outcome.JA, "Zij had u verward met een ander."));
        var end = home.find(fatima, fatima.id(), id);
        assertThat(end.state()).isEqualTo(Verzoek.State.BEANTWOORD);
        assertThat(end.answer()).get().extracting("text").isEqualTo("Zij had u verward met een ander.");
        assertThat(world.log(fatima, LedgerEvent.Kind.STEP_TAKEN))
                .extracting(step -> step.details().get("step"))
                .containsExactly("verzoek.answer", "verzoek.file");
        assertThat(world.log(fatima, LedgerEvent.Kind.ASSIGNED)).first().satisfies(assigned -> {
            assertThat(assigned.ground()).contains(Grondslag.WETTELIJKE_TAAK);
            assertThat(assigned.statute()).contains("AVG 12");
            assertThat(assigned.sections()).containsExactly(Section.PRIVACY);
        });
        assertThat(world.workspace.bean(Procedures.class).closedBy(nadia))
                .extracting(ProcedureHead::id)
                .contains(id);
    }

    @Test
    void whatIsRestrictedOpensAtWorkByANewConsentOnlyUntilTheResidentLiftsIt() {
        var fatima = world.resident("Fatima");
        var bram = world.professional("Bram Visser", Role.CM);
        var anouk = world.professional("Anouk Meijer", Role.GSP);
        world.assigns(anouk, fatima.id());
        world.grants(fatima, bram, world.toRead(Section.VERHAAL, Section.GEZONDHEID));
        var dossiers = world.workspace.dossiers();
        dossiers.open(bram, fatima.id(), Set.of(Section.VERHAAL));
        dossiers.open(anouk, fatima.id(), Set.of(Section.CONTACT));

        restricted(fatima, Optional.of(Section.VERHAAL));
        assertRefused(() -> dossiers.open(bram, fatima.id(), Set.of(Section.VERHAAL)));
        dossiers.open(bram, fatima.id(), Set.of(Section.GEZONDHEID));
        dossiers.open(anouk, fatima.id(), Set.of(Section.CONTACT));
        var everything = restricted(fatima, Optional.empty());
        assertRefused(() -> dossiers.open(bram, fatima.id(), Set.of(Section.GEZONDHEID)));
        assertRefused(() -> dossiers.open(anouk, fatima.id(), Set.of(Section.CONTACT)));
        assertThat(world.resident.dossiers().open(fatima, fatima.id()).sections())
                .hasSameSizeAs(Section.values());
        assertThat(world.log(fatima, LedgerEvent.Kind.READ).stream()
                        .filter(line -> line.outcome() == LedgerEvent.Outcome.REFUSED))
                .allSatisfy(line -> assertThat(line.details()).containsEntry("reason", "RESTRICTED"))
                .hasSize(3);

        world.clock.advance(Duration.ofMinutes(1));
        var dilara = world.professional("Dilara Kaya", Role.AANB);
        world.grants(fatima, dilara, world.toRead(Section.GEZONDHEID));
        dossiers.open(dilara, fatima.id(), Set.of(Section.GEZONDHEID));

        home.take(fatima, fatima.id(), everything, step(), "lift", (now, by, at) -> now.lift(by));
        dossiers.open(anouk, fatima.id(), Set.of(Section.CONTACT));
        assertRefused(() -> dossiers.open(bram, fatima.id(), Set.of(Section.VERHAAL)));
    }

    private ProcedureId restricted(Actor.Resident resident, Optional<Section> about) {
        var nadia = world.professional("Nadia Jansen", Role.FG);
        var id = id();
        home.ask(resident, id, step(), DataRight.BEPERKING, about, "Gebruik dit nu niet.");
        cases.takeUp(nadia, waiting(nadia, id));
        desk.take(
                nadia,
                resident.id(),
                id,
                step(),
                "answer",
                (now, by, at) -> now.answer(by, Outcome.JA, "Dat is goed."));
        return id;
    }

    @Test
    void nobodyTakesUpWhatIsAboutThemselves() {
        var fatima = world.resident("Fatima");
        var nadia = world.professional("Nadia Jansen", Role.FG);
        var first = asks(fatima, DataRight.INZAGE);
        cases.takeUp(nadia, waiting(nadia, first));
        desk.find(nadia, fatima.id(), first);
        var second = id();
        home.dispute(fatima, second, step(), looked(fatima, nadia).sequence(), "Nadia Jansen keek.", "Waarom?");
        assertThatThrownBy(() -> cases.takeUp(nadia, waiting(nadia, second))).hasMessageContaining("case.excluded");
        assertRefused(() -> desk.find(nadia, fatima.id(), second));
    }

    @Test
    void aSecondClickAsksNothingTwiceAndALineThatIsNotThereIsNotDisputed() {
        var fatima = world.resident("Fatima");
        var id = id();
        var step = step();
        home.ask(fatima, id, step, DataRight.VERNIETIGING, Optional.of(Section.PLAN), "Alles van 2020.");
        home.ask(fatima, id, step, DataRight.VERNIETIGING, Optional.of(Section.PLAN), "Alles van 2020.");
        assertThat(home.of(fatima)).extracting(Verzoek::id).containsExactly(id);
        assertThat(home.of(fatima).getFirst().filed().about()).contains(Section.PLAN);
        assertThatThrownBy(() -> home.dispute(fatima, id(), step(), 999_999, "Niemand keek.", "Wie?"))
                .hasMessageContaining("no-such-line");
    }

    @Test
    void whatTheOfficerMayNoLongerOpenWaitsForAnother() {
        var fatima = world.resident("Fatima");
        var nadia = world.professional("Nadia Jansen", Role.FG);
        var id = asks(fatima, DataRight.BEZWAAR);
        cases.takeUp(nadia, waiting(nadia, id));
        var held = world.workspace.bean(CaseAssignments.class).heldBy(nadia).getFirst();
        world.workspace.bean(CaseAssignments.class).end(nadia, held.id());
        assertRefused(() -> desk.find(nadia, fatima.id(), id));
        assertThat(waiting(world.professional("Andere FG", Role.FG), id).handler())
                .isEmpty();
    }

    @Test
    void theTableThatTheOfficerReadsIsTheOneThatDecides() {
        var table = world.workspace.bean(GroundTable.class);
        assertThat(table.byLaw())
                .contains(new GroundTable.ByLaw(
                        "AVG 12",
                        Role.FG,
                        Set.of(Section.PRIVACY),
                        Set.of(Section.PRIVACY),
                        LocalDate.of(2026, 11, 22)))
                .filteredOn(row -> row.reads().contains(Section.PRIVACY))
                .hasSize(1);
        assertThat(table.byLaw())
                .filteredOn(row -> row.reads().contains(Section.VEILIGHEID))
                .extracting(GroundTable.ByLaw::statute)
                .containsExactlyInAnyOrder("Wmo 5.2.6", "Wmo 5.2.6", "Awb 7:4");
        assertThat(table.byConsent())
                .extracting(GroundTable.ByConsent::role)
                .contains(Role.CO)
                .doesNotContain(Role.FG, Role.TM);
    }

    @Test
    void whatStaysAsItIsHasTheResidentsStatementBesideItOnBothFaces() {
        var fatima = world.resident("Fatima");
        var bram = world.professional("Bram Visser", Role.CM);
        world.grants(fatima, bram, world.toReadAndAdd(Section.VERHAAL, Section.GEZONDHEID));
        var entry = new EntryId(UUID.randomUUID());
        world.workspace
                .dossiers()
                .add(bram, fatima.id(), entry, new NewEntry(Section.VERHAAL, "Gesprek", "Zij rookt.", world.today()));
        var id = id();
        home.correct(fatima, id, step(), entry, "Ik rook niet.");
        answers(fatima, id, Outcome.NEE);

        home.state(fatima, id, step(), "Ik rook niet meer.");
        home.state(fatima, id, step(), "Ik heb nooit gerookt.");

        assertThat(besideEverywhere(fatima, bram, Section.VERHAAL)).containsOnly("Ik heb nooit gerookt.");
        world.workspace
                .dossiers()
                .edit(
                        bram,
                        fatima.id(),
                        entry,
                        1,
                        new NewEntry(Section.GEZONDHEID, "Gesprek", "Zij rookt.", world.today()));
        assertThat(besideEverywhere(fatima, bram, Section.GEZONDHEID))
                .as("it goes along")
                .containsOnly("Ik heb nooit gerookt.");

        var part = id();
        home.ask(fatima, part, step(), DataRight.RECTIFICATIE, Optional.of(Section.VERHAAL), "Alles is oud.");
        answers(fatima, part, Outcome.DEELS);
        home.state(fatima, part, step(), "Dit was vóór 2020.");
        assertThat(section(world.workspace.dossiers().open(bram, fatima.id()), Section.VERHAAL)
                        .beside())
                .extracting(Statement::text)
                .containsExactly("Dit was vóór 2020.");
    }

    private List<String> besideEverywhere(Actor.Resident resident, Actor.Professional reader, Section section) {
        return Stream.of(
                        world.resident.dossiers().open(resident, resident.id()),
                        world.workspace.dossiers().open(reader, resident.id()))
                .flatMap(view -> section(view, section).entries().stream())
                .flatMap(entry -> entry.beside().stream())
                .map(Statement::text)
                .toList();
    }

    private static DossierView.SectionView section(DossierView view, Section section) {
        return view.sections().stream()
                .filter(one -> one.section() == section)
                .findFirst()
                .orElseThrow();
    }

    private void answers(Actor.Resident resident, ProcedureId id, Outcome outcome) {
        var nadia = world.professional("Nadia Jansen", Role.FG);
        cases.takeUp(nadia, waiting(nadia, id));
        desk.take(nadia, resident.id(), id, step(), "answer", (now, by, at) -> now.answer(by, outcome, "Dat is goed."));
    }

    @Test
    void aLetterOfACuratorIsAnsweredFromTheDayItCameAndWhenItIsSureWhoAsked() {
        var fatima = world.resident("Fatima");
        var curator = world.resident("Curator");
        world.workspace
                .bean(Representations.class)
                .register(
                        world.professional("De balie", Role.KCC),
                        new Representations.Registration(
                                fatima.id(),
                                "Fatima",
                                LocalDate.of(1960, 1, 1),
                                List.of(new Representations.Speaker(PersonId.of(curator.id()), "C. Curator")),
                                Representation.Kind.CURATOR,
                                Representation.Evidence.REGISTER,
                                world.today(),
                                Optional.empty()));
        var nadia = world.professional("Nadia Jansen", Role.FG);
        var speaks = world.workspace
                .bean(Representations.class)
                .whoMayAsk(nadia, fatima.id(), Optional.empty())
                .getFirst();
        var came = world.today().minusDays(3);
        var id = id();
        var step = step();
        var letter = letter(came, new Through(speaks.id().value(), speaks.kind()));

        desk.register(nadia, fatima.id(), id, step, letter);
        desk.register(nadia, fatima.id(), id, step, letter);

        assertThat(home.of(fatima)).singleElement().satisfies(request -> {
            assertThat(request.receivedOn()).isEqualTo(came);
            assertThat(request.term().lastDay())
                    .isEqualTo(world.workspace
                            .bean(Deadlines.class)
                            .of(Rule.ACCESS, came)
                            .lastDay());
        });
        assertThatThrownBy(() -> desk.take(
                        nadia, fatima.id(), id, step(), "answer", (now, by, at) -> now.answer(by, Outcome.JA, "Ja.")))
                .hasMessageContaining("not-sure-who");
        desk.take(nadia, fatima.id(), id, step(), "identify", (now, by, at) -> now.identify(by));
        desk.take(nadia, fatima.id(), id, step(), "answer", (now, by, at) -> now.answer(by, Outcome.JA, "Ja."));
        assertThat(world.log(fatima, LedgerEvent.Kind.STEP_TAKEN))
                .extracting(line -> line.details().get("step"))
                .contains("verzoek.register", "verzoek.identify", "verzoek.answer");
        assertThat(world.workspace.bean(Procedures.class).closedBy(nadia))
                .as("to send the answer by letter")
                .extracting(ProcedureHead::id)
                .contains(id);

        assertThatThrownBy(() -> desk.register(
                        nadia,
                        fatima.id(),
                        id(),
                        step(),
                        letter(came, new Through(UUID.randomUUID(), Representation.Kind.MENTOR))))
                .hasMessageContaining("cannot-speak");
        assertRefused(() -> desk.register(
                world.professional("Anouk Meijer", Role.GSP), fatima.id(), id(), step(), letter(came, null)));
    }

    private static Filed letter(LocalDate came, @Nullable Through through) {
        return new Filed(
                DataRight.INZAGE,
                "Graag een kopie van alles.",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Arrived(Channel.BRIEF, came, false, Optional.ofNullable(through))));
    }

    private LedgerLine looked(Actor.Resident resident, Actor.Professional by) {
        return world.log(resident).stream()
                .filter(line ->
                        line.by().filter(party -> party.id().equals(by.id())).isPresent())
                .filter(line -> line.kind() == LedgerEvent.Kind.READ)
                .findFirst()
                .orElseThrow();
    }

    private ProcedureId asks(Actor.Resident resident, DataRight right) {
        var id = id();
        home.ask(resident, id, step(), right, Optional.empty(), "Ik wil het weten.");
        return id;
    }

    private ProcedureHead waiting(Actor.Professional officer, ProcedureId id) {
        return cases.toTakeUp(officer).stream()
                .filter(head -> head.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ProcedureId id() {
        return new ProcedureId(UUID.randomUUID());
    }

    private static StepId step() {
        return new StepId(UUID.randomUUID());
    }
}
