package nl.voorelkaar.consent;

import static nl.voorelkaar.consent.Section.VERHAAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.PrivacyWatch.DayOfUse;
import nl.voorelkaar.consent.PrivacyWatch.FoundBreach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PrivacyWatchTests extends Situation {

    /** A Monday that no other test comes to. */
    private static final Instant WORKING = Instant.parse("2041-01-07T10:00:00Z");

    private static final LocalDate DAY = LocalDate.of(2041, 1, 7);

    @Autowired
    private PrivacyWatch watch;

    @Autowired
    private CloserWatch closer;

    private Actor.Professional officer() {
        return professional(Role.FG);
    }

    private List<DayOfUse> of(Actor.Professional who) {
        var officer = officer();
        return workspace(() -> watch.standsOut(officer)).stream()
                .filter(day -> day.by().id().equals(who.id()))
                .toList();
    }

    private void looks(Actor.Professional by) {
        workspace(() -> gate.require(by, Access.read(resident, VERHAAL)));
    }

    private void isRefused(Actor.Professional by) {
        assertThatThrownBy(() -> workspace(() -> gate.require(by, Access.read(resident, Section.GELD))))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void fiveRefusalsOnADayStandOutAndFourDoNot() {
        clock.set(WORKING);
        var anouk = professional(Role.GSP);
        given(anouk, new Terms(Set.of(VERHAAL), Set.of(Right.READ), DAY.plusDays(9), false));
        looks(anouk);
        looks(anouk);
        for (var time = 0; time < 4; time++) {
            isRefused(anouk);
        }
        assertThat(of(anouk)).isEmpty();

        isRefused(anouk);

        assertThat(of(anouk)).singleElement().satisfies(day -> {
            assertThat(day.day()).isEqualTo(DAY);
            assertThat(day.dossiers()).isEqualTo(1);
            assertThat(day.odd()).isZero();
            assertThat(day.refused()).isEqualTo(5);
        });
    }

    @Test
    void lookingAtNightStandsOut() {
        clock.set(WORKING.plus(Duration.ofHours(10)));
        var anouk = professional(Role.GSP);
        given(anouk, new Terms(Set.of(VERHAAL), Set.of(Right.READ), DAY.plusDays(9), false));
        looks(anouk);

        assertThat(of(anouk)).singleElement().satisfies(day -> {
            assertThat(day.dossiers()).isEqualTo(1);
            assertThat(day.odd()).isEqualTo(1);
        });
    }

    @Test
    void itDoesNotSayWhoseDossierItWasAndIsAnotherMarkEachDay() {
        clock.set(WORKING);
        var anouk = professional(Role.GSP);
        var bram = professional(Role.GSP);
        isRefused(anouk);
        isRefused(bram);
        clock.advance(Duration.ofDays(1));
        isRefused(anouk);

        var marks = superuser()
                .sql("SELECT encode(whose, 'hex') FROM consent.use_count WHERE party_id IN (:all)")
                .param("all", List.of(anouk.id().value(), bram.id().value()))
                .query(String.class)
                .list();

        assertThat(marks)
                .hasSize(3)
                .doesNotHaveDuplicates()
                .noneMatch(mark -> mark.contains(resident.toString().replace("-", "")));
    }

    @Test
    void aLookAtWhoAskedForItStandsOutUnlessSomebodyIsExpectedThere() {
        clock.set(WORKING);
        var anouk = professional(Role.GSP);
        var bram = professional(Role.GSP);
        given(anouk, new Terms(Set.of(VERHAAL), Set.of(Right.READ), DAY.plusDays(9), false));
        closer.ask(me(), true);
        closer.ask(me(), true);

        looks(anouk);
        isRefused(bram);

        assertThat(of(anouk)).isEmpty();
        assertThat(of(bram)).singleElement().satisfies(day -> {
            assertThat(day.asked()).isEqualTo(1);
            assertThat(day.near()).isZero();
        });
        closer.ask(me(), false);
        var dilara = professional(Role.GSP);
        isRefused(dilara);
        assertThat(of(dilara)).isEmpty();
    }

    @Test
    void aLookInTheOwnStreetStandsOutAndNobodyCanReadWhichStreet() {
        clock.set(WORKING);
        var near = professional(Role.GSP);
        var far = professional(Role.GSP);
        assertThat(closer.toLocate(resident, DAY)).isTrue();
        closer.lives(resident, Optional.of("9999 aa"), DAY);
        assertThat(closer.toLocate(resident, DAY.plusDays(89))).isFalse();
        assertThat(closer.toLocate(resident, DAY.plusDays(90))).isTrue();
        workspace(() -> {
            closer.lives(near.id(), Optional.of("9999AA"));
            closer.lives(far.id(), Optional.of("9999 AB"));
            return true;
        });

        isRefused(near);
        isRefused(far);

        assertThat(of(near))
                .singleElement()
                .satisfies(day -> assertThat(day.near()).isEqualTo(1));
        assertThat(of(far)).isEmpty();
        assertThat(superuser()
                        .sql("SELECT count(DISTINCT street) FROM (SELECT street FROM consent.closer_watch"
                                + " WHERE resident_id = :resident UNION ALL"
                                + " SELECT street FROM consent.party WHERE party_id = :party) one")
                        .param("resident", resident.value())
                        .param("party", near.id().value())
                        .query(Integer.class)
                        .single())
                .as("the same street looks different")
                .isEqualTo(2);
    }

    @Test
    void aCountIsGoneAfterNinetyDays() {
        clock.set(WORKING);
        var anouk = professional(Role.GSP);
        for (var time = 0; time < 5; time++) {
            isRefused(anouk);
        }
        clock.set(WORKING.plus(PrivacyWatch.KEPT));
        watch.forget();
        assertThat(of(anouk)).hasSize(1);

        clock.set(WORKING.plus(PrivacyWatch.KEPT).plus(Duration.ofDays(1)));

        assertThat(watch.forget()).isPositive();
        assertThat(of(anouk)).isEmpty();
    }

    @Test
    void aBreachHasItsSeventyTwoHoursAndIsClosedOnce() {
        var officer = officer();
        var id = UUID.randomUUID();
        var what = new Justification("Een brief ging naar het verkeerde adres.");
        workspace(() -> {
            watch.found(officer, id, what);
            clock.advance(Duration.ofHours(1));
            watch.found(officer, id, what);
            return id;
        });
        assertThat(breach(officer, id).reportBefore()).isEqualTo(clock.instant().plus(Duration.ofHours(71)));

        var words = new Justification("Gemeld bij de AP. De ontvanger gaf de brief terug.");
        workspace(() -> {
            watch.close(officer, id, true, words);
            watch.close(officer, id, false, what);
            return id;
        });

        assertThat(breach(officer, id).closing()).hasValueSatisfying(closing -> {
            assertThat(closing.reported()).isTrue();
            assertThat(closing.words()).isEqualTo(words);
        });
    }

    private FoundBreach breach(Actor.Professional officer, UUID id) {
        return workspace(() -> watch.found(officer)).stream()
                .filter(breach -> breach.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nobodyElseWatches() {
        var manager = professional(Role.TM);
        var words = new Justification("Een brief ging naar het verkeerde adres.");
        workspace(() -> {
            assertThatThrownBy(() -> watch.standsOut(manager)).isInstanceOf(AccessRefused.class);
            assertThatThrownBy(() -> watch.found(manager)).isInstanceOf(AccessRefused.class);
            assertThatThrownBy(() -> watch.found(manager, UUID.randomUUID(), words))
                    .isInstanceOf(AccessRefused.class);
            assertThatThrownBy(() -> watch.close(manager, UUID.randomUUID(), true, words))
                    .isInstanceOf(AccessRefused.class);
            return manager;
        });
    }
}
