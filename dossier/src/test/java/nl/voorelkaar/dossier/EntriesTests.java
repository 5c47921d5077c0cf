package nl.voorelkaar.dossier;

import static nl.voorelkaar.consent.Section.GELD;
import static nl.voorelkaar.consent.Section.GEZONDHEID;
import static nl.voorelkaar.consent.Section.MELDING;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static nl.voorelkaar.dossier.DossierWorld.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.voorelkaar.consent.LedgerEvent.Kind;
import nl.voorelkaar.consent.LedgerEvent.Outcome;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Role;
import org.junit.jupiter.api.Test;

class EntriesTests {

    private final DossierWorld world = DossierWorld.shared();
    private final Dossiers dossiers = world.resident.dossiers();
    private final Dossiers werkplek = world.workspace.dossiers();

    @Test
    void whatAResidentWritesIsThereAtTheNextOpen() {
        var fatma = world.resident("Fatma Yılmaz");
        var entry = world.writes(fatma, VERHAAL, "Mijn week", "Op dinsdag zwem ik.");

        var view = dossiers.open(fatma, fatma.id(), Set.of(VERHAAL));

        assertThat(view.name()).contains("Fatma Yılmaz");
        assertThat(view.sections()).singleElement().satisfies(section -> {
            assertThat(section.entries()).containsExactly(entry);
            assertThat(section.rights()).containsExactlyInAnyOrder(Right.READ, Right.ADD);
            assertThat(section.more()).isFalse();
        });
        assertThat(entry.text()).isEqualTo("Op dinsdag zwem ik.");
        assertThat(entry.version()).isEqualTo(1);
        assertThat(entry.writtenBy()).isEmpty();
    }

    @Test
    void everyScriptAndTenThousandCharactersComeBackAsWritten() {
        var fatma = world.resident("Fatma");
        var text = "😀👨‍👩‍👧 שלום العربية \u202Bעברית\u202C é\u0301 \u0000 ".repeat(200) + "x".repeat(3_000);
        var longest = text.substring(0, text.offsetByCodePoints(0, 0)) + "🏠".repeat(NewEntry.LONGEST_TEXT);

        assertThat(world.writes(fatma, VERHAAL, "😀 שלום", text).text()).isEqualTo(text);
        assertThat(world.writes(fatma, VERHAAL, "lang", longest).text()).isEqualTo(longest);
        assertThat(dossiers.open(fatma, fatma.id(), Set.of(VERHAAL))
                        .sections()
                        .getFirst()
                        .entries())
                .extracting(Entry::text)
                .containsExactlyInAnyOrder(text, longest);
        assertThatThrownBy(() -> world.about(VERHAAL, "te lang", "x".repeat(NewEntry.LONGEST_TEXT + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void halfACharacterIsKeptAsAQuestionMarkAndLosesNothingElse() {
        var fatma = world.resident("Fatma");
        assertThat(world.writes(fatma, VERHAAL, "Titel", "voor \uD83D na").text())
                .isEqualTo("voor ? na");
    }

    @Test
    void addingTwiceWithOneIdAddsOnce() {
        var fatma = world.resident("Fatma");
        var id = newId();
        var first = dossiers.add(fatma, fatma.id(), id, world.about(VERHAAL, "Eerste", "een"));
        var second = dossiers.add(fatma, fatma.id(), id, world.about(GELD, "Tweede", "twee"));

        assertThat(second).isEqualTo(first);
        assertThat(dossiers.timeline(fatma, Optional.empty(), 10).entries()).containsExactly(first);
        assertThat(world.log(fatma, Kind.ADDED)).hasSize(1);
    }

    @Test
    void aDoubleClickAddsOnce() throws Exception {
        var fatma = world.resident("Fatma");
        var id = newId();
        Callable<Entry> click = () -> dossiers.add(fatma, fatma.id(), id, world.about(VERHAAL, "Eén keer", "klik"));
        try (var clicks = Executors.newFixedThreadPool(4)) {
            var results = clicks.invokeAll(List.of(click, click, click, click));
            for (var result : results) {
                assertThat(result.get().id()).isEqualTo(id);
            }
        }
        assertThat(dossiers.timeline(fatma, Optional.empty(), 10).entries()).hasSize(1);
    }

    @Test
    void twoTabsDoNotOverwriteEachOther() {
        var fatma = world.resident("Fatma");
        var entry = world.writes(fatma, VERHAAL, "Mijn huis");
        var first = dossiers.edit(fatma, fatma.id(), entry.id(), 1, world.about(VERHAAL, "Mijn huis", "tab een"));

        var late = catchThrowableOfType(
                EntryChanged.class,
                () -> dossiers.edit(fatma, fatma.id(), entry.id(), 1, world.about(VERHAAL, "Mijn huis", "tab twee")));

        assertThat(late.now()).isEqualTo(first);
        assertThat(first.version()).isEqualTo(2);
        assertThat(dossiers.versions(fatma, fatma.id(), entry.id()))
                .extracting(Entry::text)
                .containsExactly("tab een", "Tekst bij Mijn huis");
    }

    @Test
    void anEarlierVersionComesBackAsANewOne() {
        var fatma = world.resident("Fatma");
        var entry = world.writes(fatma, VERHAAL, "Was goed", "zoals het was");
        dossiers.edit(fatma, fatma.id(), entry.id(), 1, world.about(VERHAAL, "Was fout", "per ongeluk"));

        var restored = dossiers.restore(fatma, fatma.id(), entry.id(), 1);

        assertThat(restored.text()).isEqualTo("zoals het was");
        assertThat(restored.version()).isEqualTo(3);
        assertThat(dossiers.versions(fatma, fatma.id(), entry.id())).hasSize(3);
        assertThat(world.log(fatma, Kind.RESTORED)).hasSize(1);
        assertRefused(() -> dossiers.restore(fatma, fatma.id(), entry.id(), 9));
    }

    @Test
    void anEntryThatMovesIsSealedUnderItsNewSectionOnly() {
        var fatma = world.resident("Fatma");
        var anouk = world.professional("Anouk Meijer", Role.CO);
        var entry = world.writes(fatma, VERHAAL, "Rekeningen", "stapel op tafel");
        world.grants(fatma, anouk, world.toRead(GELD));

        var moved = dossiers.edit(fatma, fatma.id(), entry.id(), 1, world.about(GELD, "Rekeningen", "nu bij geld"));

        assertThat(moved.section()).isEqualTo(GELD);
        assertThat(dossiers.versions(fatma, fatma.id(), entry.id()))
                .extracting(Entry::section)
                .containsExactly(GELD, VERHAAL);
        assertThat(werkplek.open(anouk, fatma.id()).sections())
                .singleElement()
                .satisfies(section ->
                        assertThat(section.entries()).extracting(Entry::text).containsExactly("nu bij geld"));
        assertThat(werkplek.versions(anouk, fatma.id(), entry.id()))
                .as("the version from the other section stays closed")
                .extracting(Entry::section)
                .containsExactly(GELD);
    }

    @Test
    void whatAResidentTookOutOrTookAwayIsNotShownToOthersAfterAll() {
        var fatma = world.resident("Fatma");
        var anouk = world.professional("Anouk Meijer", Role.CO);
        world.grants(fatma, anouk, world.toReadAndAdd(VERHAAL));
        var entry = world.writes(fatma, VERHAAL, "Mijn week", "te veel gezegd");
        dossiers.edit(fatma, fatma.id(), entry.id(), 1, world.about(VERHAAL, "Mijn week", "genoeg gezegd"));
        var hers = werkplek.add(anouk, fatma.id(), newId(), world.about(VERHAAL, "Verslag", "een"));
        werkplek.edit(anouk, fatma.id(), hers.id(), 1, world.about(VERHAAL, "Verslag", "twee"));

        assertThat(werkplek.versions(anouk, fatma.id(), entry.id()))
                .extracting(Entry::text)
                .containsExactly("genoeg gezegd");
        assertThat(werkplek.versions(anouk, fatma.id(), hers.id())).hasSize(2);
        assertThat(dossiers.versions(fatma, fatma.id(), hers.id())).hasSize(2);
        dossiers.remove(fatma, fatma.id(), entry.id());
        assertRefused(() -> werkplek.versions(anouk, fatma.id(), entry.id()));
    }

    @Test
    void removingCanBeUndoneForThirtyDays() {
        var person = world.person("Fatma");
        var fatma = person.signsIn();
        var entry = world.writes(fatma, VERHAAL, "Weg ermee");
        dossiers.remove(fatma, fatma.id(), entry.id());
        dossiers.remove(fatma, fatma.id(), entry.id());

        assertThat(dossiers.open(fatma, fatma.id(), Set.of(VERHAAL))
                        .sections()
                        .getFirst()
                        .entries())
                .isEmpty();
        assertThat(dossiers.removed(fatma)).extracting(Entry::id).containsExactly(entry.id());
        assertThat(world.log(fatma, Kind.REMOVED)).hasSize(1);
        assertRefused(() -> dossiers.edit(fatma, fatma.id(), entry.id(), 1, world.about(VERHAAL, "Toch", "")));

        assertThat(dossiers.undoRemove(fatma, fatma.id(), entry.id())).isEqualTo(entry);
        assertThat(dossiers.undoRemove(fatma, fatma.id(), entry.id())).isEqualTo(entry);
        assertThat(dossiers.removed(fatma)).isEmpty();

        dossiers.remove(fatma, fatma.id(), entry.id());
        world.clock.advance(Duration.ofDays(30));
        var later = person.signsIn();
        assertThat(dossiers.removed(later)).isEmpty();
        assertRefused(() -> dossiers.undoRemove(later, later.id(), entry.id()));
        assertThat(world.resident.bean(Removals.class).purgeRemoved()).isPositive();
        assertRefused(() -> dossiers.versions(later, later.id(), entry.id()));
        assertThat(world.past(world.databases.superuser())
                        .sql("select count(*) from dossier.entry_version where entry_id = :entry")
                        .param("entry", entry.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void onlyWhoWroteItChangesIt() {
        var fatma = world.resident("Fatma");
        var anouk = world.professional("Anouk Meijer", Role.CO);
        var joost = world.professional("Joost de Wit", Role.CO);
        world.grants(fatma, anouk, world.toReadAndAdd(VERHAAL));
        world.grants(fatma, joost, world.toReadAndAdd(VERHAAL));
        var own = world.writes(fatma, VERHAAL, "Van Fatma");
        var hers = werkplek.add(anouk, fatma.id(), newId(), world.about(VERHAAL, "Van Anouk", "afspraak"));
        var change = world.about(VERHAAL, "Stiekem", "anders");

        assertThat(hers.authorName()).contains("Anouk Meijer");
        assertThat(hers.writtenBy()).contains(anouk.id());
        assertRefused(() -> werkplek.edit(anouk, fatma.id(), own.id(), 1, change));
        assertRefused(() -> werkplek.remove(anouk, fatma.id(), own.id()));
        assertRefused(() -> werkplek.edit(joost, fatma.id(), hers.id(), 1, change));
        assertRefused(() -> dossiers.edit(fatma, fatma.id(), hers.id(), 1, change));
        assertRefused(() -> dossiers.remove(fatma, fatma.id(), hers.id()));
        assertRefused(() -> werkplek.add(joost, fatma.id(), hers.id(), change));
        assertThat(world.log(fatma, Kind.EDITED))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.outcome()).isEqualTo(Outcome.REFUSED));

        assertThat(werkplek.edit(anouk, fatma.id(), hers.id(), 1, change).authorName())
                .contains("Anouk Meijer");
        assertThat(dossiers.open(fatma, fatma.id(), Set.of(VERHAAL))
                        .sections()
                        .getFirst()
                        .entries())
                .extracting(Entry::title)
                .containsExactlyInAnyOrder("Van Fatma", "Stiekem");
    }

    @Test
    void theMunicipalFileIsTheResidentsToReadAndTheProfessionalsToWrite() {
        var fatma = world.resident("Fatma");
        var gerard = world.professional("Gerard Bos", Role.GSP);
        world.assigns(gerard, fatma.id());
        var melding = werkplek.add(gerard, fatma.id(), newId(), world.about(MELDING, "Melding", "hulp bij huishouden"));

        assertThat(dossiers.open(fatma, fatma.id(), Set.of(MELDING)).sections())
                .singleElement()
                .satisfies(section -> {
                    assertThat(section.entries()).containsExactly(melding);
                    assertThat(section.rights()).containsExactly(Right.READ);
                });
        assertRefused(() -> world.writes(fatma, MELDING, "Zelf gemeld"));
        assertRefused(() -> dossiers.remove(fatma, fatma.id(), melding.id()));
    }

    @Test
    void aReadRightIsNoRightToAdd() {
        var fatma = world.resident("Fatma");
        var anouk = world.professional("Anouk Meijer", Role.CO);
        world.grants(fatma, anouk, world.toRead(VERHAAL));

        assertRefused(() -> werkplek.add(anouk, fatma.id(), newId(), world.about(VERHAAL, "Erbij", "")));
        assertThat(world.log(fatma, Kind.ADDED))
                .singleElement()
                .satisfies(line -> assertThat(line.outcome()).isEqualTo(Outcome.REFUSED));
    }

    @Test
    void whatIsNotGrantedLooksLikeWhatIsNotThere() {
        var fatma = world.resident("Fatma");
        var hassan = world.resident("Hassan");
        var anouk = world.professional("Anouk Meijer", Role.CO);
        var geheim = world.writes(fatma, GEZONDHEID, "Alleen voor mij");
        world.writes(fatma, VERHAAL, "Mag gezien");
        world.grants(fatma, anouk, world.toRead(VERHAAL));

        assertRefused(() -> werkplek.open(anouk, fatma.id(), Set.of(VERHAAL, GEZONDHEID)));
        assertRefused(() -> werkplek.versions(anouk, fatma.id(), geheim.id()));
        assertRefused(() -> werkplek.versions(anouk, fatma.id(), newId()));
        assertRefused(() -> werkplek.open(anouk, hassan.id()));
        assertRefused(() -> dossiers.open(hassan, fatma.id()));
        assertRefused(() -> dossiers.versions(hassan, fatma.id(), geheim.id()));
        assertRefused(() -> dossiers.remove(hassan, fatma.id(), geheim.id()));
        assertThat(world.log(hassan, Kind.READ))
                .filteredOn(line -> line.by().isPresent())
                .isNotEmpty();
        assertThat(world.log(fatma))
                .filteredOn(line -> line.outcome() == Outcome.REFUSED)
                .extracting(line -> line.by().isPresent())
                .contains(true, false);
    }

    @Test
    void aStoppedGrantOpensNothingMore() {
        var fatma = world.resident("Fatma");
        var anouk = world.professional("Anouk Meijer", Role.CO);
        world.writes(fatma, VERHAAL, "Even te zien");
        var grant = world.grants(fatma, anouk, world.toReadAndAdd(VERHAAL));
        var hers = werkplek.add(anouk, fatma.id(), newId(), world.about(VERHAAL, "Van Anouk", ""));
        assertThat(werkplek.open(anouk, fatma.id()).sections().getFirst().entries())
                .hasSize(2);

        world.stops(fatma, grant);

        assertRefused(() -> werkplek.open(anouk, fatma.id()));
        assertRefused(() -> werkplek.edit(anouk, fatma.id(), hers.id(), 1, world.about(VERHAAL, "Nog iets", "")));
        assertRefused(() -> werkplek.add(anouk, fatma.id(), newId(), world.about(VERHAAL, "Nog iets", "")));
        assertThat(dossiers.open(fatma, fatma.id(), Set.of(VERHAAL))
                        .sections()
                        .getFirst()
                        .entries())
                .hasSize(2);
    }

    @Test
    void anExpiredGrantOpensNothingAlsoWhenNoJobHasRun() {
        var person = world.person("Fatma");
        var fatma = person.signsIn();
        world.writes(fatma, VERHAAL, "Tot en met vandaag");
        var subject = "staff-" + java.util.UUID.randomUUID();
        var anouk = world.professional("Anouk Meijer", Role.CO, subject);
        var terms = new nl.voorelkaar.consent.Terms(Set.of(VERHAAL), Set.of(Right.READ), world.today(), false);
        world.grants(fatma, anouk, terms);
        assertThat(werkplek.open(anouk, fatma.id()).sections()).hasSize(1);

        world.clock.advance(Duration.ofDays(1));

        var tomorrow = world.professional("Anouk Meijer", Role.CO, subject);
        assertRefused(() -> werkplek.open(tomorrow, fatma.id()));
    }
}
