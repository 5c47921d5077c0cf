package nl.voorelkaar.dossier;

import static nl.voorelkaar.consent.Section.GEZONDHEID;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static nl.voorelkaar.consent.Section.WONEN;
import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static nl.voorelkaar.dossier.Dossiers.Change.Kind.ADDED;
import static nl.voorelkaar.dossier.Dossiers.Change.Kind.EDITED;
import static nl.voorelkaar.dossier.Dossiers.Change.Kind.MOVED;
import static nl.voorelkaar.dossier.Dossiers.Change.Kind.REMOVED;
import static nl.voorelkaar.dossier.Dossiers.Change.Kind.RESTORED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.LedgerEvent.Kind;
import nl.voorelkaar.consent.LedgerEvent.Outcome;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import org.junit.jupiter.api.Test;

/** Programs that keep up with a dossier that was opened to them. */
class FollowingTests {

    private static final Set<Section> OPEN = Set.of(VERHAAL, WONEN);

    private final DossierWorld world = DossierWorld.shared();
    private final Dossiers home = world.resident.dossiers();
    private final Dossiers werkplek = world.workspace.dossiers();
    private final Actor.Resident fatma = world.resident("Fatma");
    private final Actor.Professional anouk = world.professional("Anouk Meijer", Role.CO);

    @Test
    void eachChangeInTheSectionsThatAreOpenIsToldOnceItHappened() {
        world.grants(fatma, anouk, world.toRead(VERHAAL, WONEN));
        var begin = begin();
        var entry = later(() -> world.writes(fatma, VERHAAL, "Mijn week"));
        later(() -> world.writes(fatma, GEZONDHEID, "Van niemand anders"));
        later(() -> home.edit(fatma, fatma.id(), entry.id(), 1, world.about(VERHAAL, "Mijn maand", "")));
        later(() -> home.edit(fatma, fatma.id(), entry.id(), 2, world.about(WONEN, "Mijn huis", "")));
        later(() -> {
            home.remove(fatma, fatma.id(), entry.id());
            return entry;
        });
        later(() -> home.undoRemove(fatma, fatma.id(), entry.id()));
        later(() -> home.edit(fatma, fatma.id(), entry.id(), 3, world.about(GEZONDHEID, "Mijn rug", "")));

        var told = follow(begin, 100);

        assertThat(told)
                .extracting(Dossiers.Change::kind, Dossiers.Change::section, Dossiers.Change::version)
                .containsExactlyInAnyOrder(
                        tuple(ADDED, VERHAAL, 1),
                        tuple(EDITED, VERHAAL, 2),
                        tuple(MOVED, VERHAAL, 2),
                        tuple(ADDED, WONEN, 3),
                        tuple(REMOVED, WONEN, 3),
                        tuple(RESTORED, WONEN, 3),
                        tuple(MOVED, WONEN, 3));
        assertThat(told).extracting(Dossiers.Change::at).isSorted();
        assertThat(told).extracting(Dossiers.Change::entry).containsOnly(entry.id());
    }

    @Test
    void inPagesNothingIsMissedAndWhatIsSettledDoesNotComeAgain() {
        world.grants(fatma, anouk, world.toRead(VERHAAL, WONEN));
        var begin = begin();
        for (var day = 0; day < 7; day++) {
            later(() -> world.writes(fatma, VERHAAL, "Dag"));
        }
        assertThat(follow(begin, 3)).hasSize(7).doesNotHaveDuplicates();

        world.clock.advance(Duration.ofMinutes(2));
        var end = werkplek.changes(anouk, fatma.id(), OPEN, Optional.of(begin), 200);
        assertThat(werkplek.changes(anouk, fatma.id(), OPEN, Optional.of(end.next()), 200)
                        .changes())
                .isEmpty();
    }

    /** A transaction that began earlier may be committed later: what is young comes again rather than never. */
    @Test
    void whatIsYoungIsToldAgain() {
        world.grants(fatma, anouk, world.toRead(VERHAAL, WONEN));
        var begin = begin();
        later(() -> world.writes(fatma, VERHAAL, "Net"));

        var first = werkplek.changes(anouk, fatma.id(), OPEN, Optional.of(begin), 200);
        var second = werkplek.changes(anouk, fatma.id(), OPEN, Optional.of(first.next()), 200);

        assertThat(second.changes()).isEqualTo(first.changes()).hasSize(1);
    }

    @Test
    void aLookThatShowsNothingLeavesNoLineAndEveryOtherDoes() {
        world.grants(fatma, anouk, world.toRead(VERHAAL, WONEN));
        var begin = begin();
        werkplek.changes(anouk, fatma.id(), OPEN, Optional.of(begin), 10);
        assertThat(world.log(fatma, Kind.READ)).isEmpty();

        later(() -> world.writes(fatma, VERHAAL, "Net"));
        werkplek.changes(anouk, fatma.id(), OPEN, Optional.of(begin), 10);

        assertThat(world.log(fatma, Kind.READ)).hasSize(1);
    }

    @Test
    void afterTheResidentStopsItIsRefusedAndInTheLog() {
        var grant = world.grants(fatma, anouk, world.toRead(VERHAAL, WONEN));
        var begin = begin();
        world.stops(fatma, grant);

        assertRefused(() -> werkplek.changes(anouk, fatma.id(), OPEN, Optional.of(begin), 10));
        assertRefused(() -> werkplek.changes(anouk, fatma.id(), OPEN, Optional.empty(), 10));

        assertThat(world.log(fatma, Kind.READ)).isNotEmpty().allMatch(line -> line.outcome() == Outcome.REFUSED);
        for (var size : List.of(0, 201)) {
            assertThatThrownBy(() -> werkplek.changes(anouk, fatma.id(), OPEN, Optional.empty(), size))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatWasDestroyedIsToldNoMore() {
        world.grants(fatma, anouk, world.toRead(VERHAAL, WONEN));
        var begin = begin();
        var gone = later(() -> world.writes(fatma, VERHAAL, "Weg"));
        assertThat(follow(begin, 10)).hasSize(1);

        world.past(world.databases.superuser())
                .sql("delete from dossier.entry where entry_id = ?")
                .param(gone.id().value())
                .update();

        assertThat(follow(begin, 10)).isEmpty();
    }

    private ChangeId begin() {
        var now = werkplek.changes(anouk, fatma.id(), OPEN, Optional.empty(), 10);
        assertThat(now.changes()).isEmpty();
        world.clock.advance(Duration.ofMinutes(2));
        return now.next();
    }

    private Entry later(Supplier<Entry> change) {
        world.clock.advance(Duration.ofSeconds(1));
        return change.get();
    }

    private List<Dossiers.Change> follow(ChangeId from, int size) {
        var told = new ArrayList<Dossiers.Change>();
        var next = from;
        Dossiers.Changes page;
        do {
            page = werkplek.changes(anouk, fatma.id(), OPEN, Optional.of(next), size);
            told.addAll(page.changes());
            next = page.next();
        } while (page.more());
        return told;
    }
}
