package nl.voorelkaar.dossier;

import static nl.voorelkaar.consent.Section.GELD;
import static nl.voorelkaar.consent.Section.GEZONDHEID;
import static nl.voorelkaar.consent.Section.PLAN;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static nl.voorelkaar.dossier.DossierWorld.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.consent.RecentLogin;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.erasure.Erasure;
import nl.voorelkaar.dossier.erasure.ErasureId;
import nl.voorelkaar.dossier.erasure.ErasureRefusal;
import nl.voorelkaar.dossier.erasure.Erasures;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.dossier.vault.KeyBroker;
import nl.voorelkaar.dossier.vault.KeyDestruction;
import nl.voorelkaar.dossier.vault.RecordId;
import nl.voorelkaar.dossier.vault.custody.KeyNotHeld;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a resident erases of Mijn deel, with the databases in hand. */
class ErasuresTests {

    /** What holds keys and content of a resident, in the order in which rows depend on each other. */
    private static final List<String> TABLES = List.of(
            "root_key",
            "section_key",
            "name_label",
            "grant_box",
            "grant_secret",
            "grant_section_key",
            "entry",
            "entry_version",
            "document",
            "document_chunk",
            "draft");

    private final DossierWorld world = DossierWorld.shared();
    private final Erasures erasures = world.resident.bean(Erasures.class);
    private final JdbcClient main = world.past(world.databases.superuser());
    private final JdbcClient keystore = world.past(world.databases.keysSuperuser());

    private static ErasureId id() {
        return new ErasureId(UUID.randomUUID());
    }

    private Erasure asks(Actor.Resident actor, ErasureId id, Set<Section> sections) {
        return erasures.ask(actor, id, sections, new ShownText("Weet u het zeker?", Locale.of("nl")));
    }

    private int count(String from, Actor.Resident of) {
        return main.sql("select count(*) from dossier." + from + " resident_id = :resident")
                .param("resident", of.id().value())
                .query(Integer.class)
                .single();
    }

    private int parts(Actor.Resident of, Section section) {
        return keystore.sql("""
                        select count(*) from keystore.key_part
                        where resident_id = :resident and number = :number and wrapped is not null and first_epoch = 1
                        """)
                .param("resident", of.id().value())
                .param("number", section.number())
                .query(Integer.class)
                .single();
    }

    private Map<String, String> backup(Actor.Resident of) {
        var copy = new LinkedHashMap<String, String>();
        TABLES.forEach(table -> copy.put(
                table,
                main.sql("select coalesce(json_agg(t), '[]')::text from dossier." + table
                                + " t where resident_id = :resident")
                        .param("resident", of.id().value())
                        .query(String.class)
                        .single()));
        return copy;
    }

    private void restore(Actor.Resident of, Map<String, String> copy) {
        TABLES.reversed()
                .forEach(table -> main.sql("delete from dossier." + table + " where resident_id = :resident")
                        .param("resident", of.id().value())
                        .update());
        copy.forEach((table, rows) -> {
            // A file's own row and its pieces point at each other's transaction; here each comes in its own.
            main.sql("insert into dossier." + table + " select * from json_populate_recordset(null::dossier." + table
                            + ", :rows::json)")
                    .param("rows", rows)
                    .update();
        });
    }

    private List<LedgerLine> steps(Actor.Resident actor, String step) {
        return world.log(actor, LedgerEvent.Kind.STEP_TAKEN).stream()
                .filter(line -> step.equals(line.details().get("step")))
                .toList();
    }

    private static void assertRefusedAs(ErasureRefusal reason, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        StepRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void oneSectionIsErasedWithItsFilesAndVersionsAndAnOlderCopyOpensNothingOfIt() throws Exception {
        var maria = world.resident("Maria");
        var dossiers = world.resident.dossiers();
        var story = world.writes(maria, VERHAAL, "Mijn verhaal");
        var moved = world.writes(maria, GELD, "Eerst over geld");
        dossiers.edit(maria, maria.id(), moved.id(), 1, world.about(VERHAAL, "Nu mijn verhaal", "niet meer"));
        var money = world.writes(maria, GELD, "Schulden");
        dossiers.edit(maria, maria.id(), money.id(), 1, world.about(GELD, "Schulden", "meer"));
        dossiers.remove(
                maria, maria.id(), world.writes(maria, GELD, "Weggehaald").id());
        world.resident
                .documents()
                .add(
                        maria,
                        maria.id(),
                        newId(),
                        world.about(GELD, "Afschrift", ""),
                        "afschrift.txt",
                        new ByteArrayInputStream("cijfers".repeat(100).getBytes(StandardCharsets.UTF_8)));
        world.types(maria, "Nog niet af");
        var bram = world.professional("Bram Visser", Role.CO);
        world.grants(maria, bram, world.toReadAndAdd(VERHAAL, GELD));
        var copy = backup(maria);

        var id = id();
        var asked = asks(maria, id, Set.of(GELD));
        assertThat(asks(maria, id, Set.of(GELD))).isEqualTo(asked);
        assertThat(asked.dueAt()).isEqualTo(world.clock.instant().plus(Duration.ofDays(7)));
        // Closed to others at once, and still there for who can think better of it.
        assertThat(world.workspace.dossiers().open(bram, maria.id()).sections())
                .extracting(section -> section.section())
                .containsExactly(VERHAAL);
        assertThat(world.resident.dossiers().versions(maria, maria.id(), money.id()))
                .hasSize(2);
        erasures.eraseDue();
        assertThat(erasures.find(maria, id)).isEqualTo(asked);

        var gone = erasures.hasten(maria, id).destroyed().orElseThrow();
        assertThat(gone.entries()).isEqualTo(3);
        assertThat(gone.documents()).isEqualTo(1);
        assertThat(gone.keystoreUntil()).isEqualTo(world.today().plusDays(35));
        assertThat(erasures.hasten(maria, id).destroyed()).contains(gone);

        assertThat(parts(maria, GELD)).isZero();
        for (var table : List.of("section_key", "grant_section_key", "entry_version", "document")) {
            assertThat(count(table + " where section = " + GELD.number() + " and epoch <= 2 and", maria))
                    .as(table)
                    .isZero();
        }
        assertThat(count("document_chunk where", maria)).isZero();
        assertThat(count("draft where", maria)).isZero();
        assertThat(main.sql("select bytes from dossier.stored_bytes where resident_id = :resident")
                        .param("resident", maria.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(dossiers.removed(maria)).isEmpty();
        assertThat(dossiers.versions(maria, maria.id(), moved.id()))
                .extracting(Entry::title)
                .containsExactly("Nu mijn verhaal");
        assertThat(dossiers.versions(maria, maria.id(), story.id())).hasSize(1);
        assertThat(steps(maria, "dossier.erased")).singleElement().satisfies(line -> {
            assertThat(line.sections()).containsExactly(GELD);
            assertThat(line.details()).containsEntry("entries", "3").containsEntry("erasure", id.toString());
        });

        // What she writes there after that is hers, and can be shared anew.
        world.writes(maria, GELD, "Opnieuw");
        var anew = world.grants(maria, bram, world.toRead(GELD));
        assertThat(world.workspace
                        .dossiers()
                        .open(bram, maria.id(), Set.of(GELD))
                        .sections())
                .isNotEmpty();
        world.stops(maria, anew);

        restore(maria, copy);
        try (var keys = world.resident.bean(KeyBroker.class).open(maria, Access.read(maria.id(), GELD))) {
            assertThatThrownBy(() -> keys.opening(
                            GELD,
                            1,
                            new RecordId("document.content", UUID.randomUUID()),
                            1,
                            new ByteArrayInputStream(new byte[200])))
                    .isInstanceOf(KeyNotHeld.class);
        }
        assertThatThrownBy(() -> dossiers.versions(maria, maria.id(), money.id()))
                .isInstanceOf(KeyNotHeld.class);
        assertThat(dossiers.versions(maria, maria.id(), story.id())).hasSize(1);
    }

    @Test
    void whatAnOldCopyBringsBackIsErasedAgainAndThePageIsWhole() {
        var maria = world.resident("Maria");
        var dossiers = world.resident.dossiers();
        world.writes(maria, VERHAAL, "Mijn verhaal");
        world.writes(maria, GELD, "Schulden");
        var copy = backup(maria);
        var id = id();
        asks(maria, id, Set.of(GELD));
        erasures.hasten(maria, id);
        erasures.reconcile();

        restore(maria, copy);
        assertThatThrownBy(() -> dossiers.open(maria, maria.id())).isInstanceOf(KeyNotHeld.class);
        assertThat(erasures.reconcile()).isEqualTo(1);

        assertThat(dossiers.open(maria, maria.id()).sections())
                .flatExtracting(DossierView.SectionView::entries)
                .extracting(Entry::title)
                .containsExactly("Mijn verhaal");
        world.writes(maria, GELD, "Opnieuw");
        assertThat(erasures.reconcile()).as("what came after it stays").isZero();
        assertThat(steps(maria, "dossier.erased")).hasSize(2);
        assertThat(erasures.of(maria))
                .allSatisfy(erasure -> assertThat(erasure.state()).isEqualTo(Erasure.State.GEWIST));
    }

    @Test
    void allOfMijnDeelGoesByTheClockAndTheMunicipalFileStays() {
        var person = world.person("Joop");
        var joop = person.signsIn();
        world.writes(joop, VERHAAL, "Verhaal");
        world.writes(joop, GEZONDHEID, "Gezondheid");
        world.types(joop, "Nog niet af");
        var anouk = world.professional("Anouk", Role.GSP);
        world.assigns(anouk, joop.id());
        var report = world.workspace.dossiers().add(anouk, joop.id(), newId(), world.about(PLAN, "Plan", "Afspraak"));
        var before = world.log(joop).size();
        var copy = backup(joop);

        var id = id();
        asks(joop, id, Section.in(Zone.MIJN_DEEL));
        world.clock.advance(Duration.ofDays(7));
        assertThat(erasures.eraseDue()).isPositive();
        erasures.eraseDue();

        var again = person.signsIn();
        assertThat(steps(again, "dossier.erased")).hasSize(1);
        assertThat(erasures.find(again, id).state()).isEqualTo(Erasure.State.GEWIST);
        assertThat(count("entry_version where section < 20 and", joop)).isZero();
        assertThat(count("root_key where zone = 1 and version = 1 and", joop)).isZero();
        assertThat(count("draft where", joop)).isZero();
        assertThat(world.resident.dossiers().versions(again, joop.id(), report.id()))
                .hasSize(1);
        assertThat(world.log(again)).hasSizeGreaterThan(before);

        restore(joop, copy);
        assertThat(world.resident.dossiers().versions(again, joop.id(), report.id()))
                .hasSize(1);
        assertThatThrownBy(() -> world.resident.bean(Drafts.class).newest(again, 1))
                .isInstanceOf(KeyNotHeld.class);
    }

    @Test
    void aResidentCanThinkBetterOfItUntilItBegins() {
        var maria = world.resident("Maria");
        var kept = world.writes(maria, GELD, "Toch niet");
        var id = id();
        asks(maria, id, Set.of(GELD));
        assertRefusedAs(ErasureRefusal.WAITING_ALREADY, () -> asks(maria, id(), Set.of(GELD, VERHAAL)));
        assertThat(erasures.keep(maria, id).state()).isEqualTo(Erasure.State.AFGEZIEN);
        assertThat(erasures.keep(maria, id).state()).isEqualTo(Erasure.State.AFGEZIEN);
        assertRefusedAs(ErasureRefusal.KEPT, () -> erasures.hasten(maria, id));
        assertThat(world.resident.dossiers().versions(maria, maria.id(), kept.id()))
                .hasSize(1);
        var second = id();
        asks(maria, second, Set.of(GELD));
        erasures.hasten(maria, second);
        assertRefusedAs(ErasureRefusal.TOO_LATE, () -> erasures.keep(maria, second));
    }

    @Test
    void onlyTheResidentInPersonWithARecentLoginErasesAndOnlyWhatIsTheirs() {
        var person = world.person("Maria");
        var maria = person.signsIn();
        assertRefusedAs(ErasureRefusal.NOT_YOURS_ALONE, () -> asks(maria, id(), Set.of(PLAN)));
        var id = id();
        asks(maria, id, Set.of(GELD));
        var other = world.resident("Iemand anders");
        assertRefused(() -> erasures.find(other, id));
        assertRefused(() -> erasures.hasten(other, id));
        await().untilAsserted(() -> assertThat(world.log(maria, LedgerEvent.Kind.READ))
                .anyMatch(line -> line.outcome() == LedgerEvent.Outcome.REFUSED));
        world.clock.advance(RecentLogin.LONGEST.plusSeconds(1));
        assertRefusedAs(ErasureRefusal.SIGN_IN_AGAIN, () -> erasures.hasten(maria, id));
        assertRefusedAs(ErasureRefusal.SIGN_IN_AGAIN, () -> asks(maria, id(), Set.of(VERHAAL)));
        assertThat(erasures.keep(person.signsIn(), id).state()).isEqualTo(Erasure.State.AFGEZIEN);
    }

    @Test
    void whatWasInterruptedAfterTheKeyWentIsFinishedByTheClock() {
        var maria = world.resident("Maria");
        world.writes(maria, GELD, "Weg ermee");
        var id = id();
        asks(maria, id, Set.of(GELD));
        // As a crash leaves it between the keystore and the main database.
        main.sql("update dossier.erasure set due_at = asked_at, state = 'BEZIG' where erasure_id = :id")
                .param("id", id.value())
                .update();
        main.sql("insert into dossier.erasure_line values (:resident, :id, :section, 1)")
                .param("resident", maria.id().value())
                .param("id", id.value())
                .param("section", GELD.number())
                .update();
        world.resident
                .bean(KeyDestruction.class)
                .destroy(maria.id(), new KeyDestruction.Line(Map.of(GELD, 1), Optional.empty()));
        assertThat(parts(maria, GELD)).isZero();

        assertThat(erasures.eraseDue()).isPositive();
        assertThat(erasures.find(maria, id).destroyed().orElseThrow().entries()).isEqualTo(1);
        assertThat(count("entry where", maria)).isZero();
        assertThat(steps(maria, "dossier.erased")).hasSize(1);
    }

    @Test
    void whoWasWritingWhenItWasErasedLeavesNothingBehindThatNobodyCanOpen() {
        var maria = world.resident("Maria");
        world.writes(maria, GELD, "Weg ermee");
        var late = backup(maria);
        var id = id();
        asks(maria, id, Set.of(GELD));
        erasures.hasten(maria, id);
        main.sql("insert into dossier.entry select * from json_populate_recordset(null::dossier.entry, :rows::json)")
                .param("rows", late.get("entry"))
                .update();
        assertThatThrownBy(() -> main.sql(
                                "insert into dossier.entry_version select * from json_populate_recordset(null::dossier.entry_version, :rows::json)")
                        .param("rows", late.get("entry_version"))
                        .update())
                .hasMessageContaining("sealed_under_a_key");
    }
}
