package nl.voorelkaar.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random lives of one dossier: asking, giving, narrowing, pausing, stopping, days that pass and jobs that run or do
 * not, against a model of one line per grant. After every step, everybody's access to every section is what the model
 * says.
 */
class GeneratedWorldTests extends Situation {

    private static final List<Section> SECTIONS = List.of(Section.VERHAAL, Section.GELD, Section.NETWERK);

    /** What the model knows of a grant. */
    private static final class Promise {
        GrantId id;
        Actor.Professional to;
        Set<Section> sections;
        LocalDate last;
        boolean add;
        boolean team;
        boolean paused;
        boolean over;

        Promise(GrantId id, Actor.Professional to, Terms terms) {
            this.id = id;
            this.to = to;
            this.sections = terms.sections();
            this.last = terms.until();
            this.add = terms.rights().contains(Right.ADD);
            this.team = terms.team();
        }

        boolean opens(Actor.Professional who, Section section, boolean write, Instant now) {
            var mine = who.id().equals(to.id()) || team && who.team().equals(to.team());
            return mine
                    && !over
                    && !paused
                    && sections.contains(section)
                    && (add || !write)
                    && now.isBefore(CalendarDays.endOf(last));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void neverOpenWhatTheResidentDoesNotAllowNow(long seed) {
        var random = new Random(seed);
        var people = List.of(
                professional(Role.GSP),
                professional(Role.CM),
                professional(Role.SPEC, Optional.of(new TeamId("schil-" + UUID.randomUUID()))));
        var promises = new ArrayList<Promise>();
        for (var step = 0; step < 60; step++) {
            var live = promises.stream()
                    .filter(promise -> !promise.over && clock.instant().isBefore(CalendarDays.endOf(promise.last)))
                    .toList();
            var one = live.isEmpty() ? Optional.<Promise>empty() : Optional.of(live.get(random.nextInt(live.size())));
            switch (random.nextInt(8)) {
                case 0, 1 ->
                    give(people.get(random.nextInt(people.size())), random).ifPresent(promises::add);
                case 2 ->
                    one.ifPresent(promise -> {
                        grants.stop(me(), promise.id, SHOWN);
                        promise.over = true;
                    });
                case 3 ->
                    one.ifPresent(promise -> {
                        grants.pause(me(), promise.id, SHOWN);
                        promise.paused = true;
                    });
                case 4 ->
                    one.ifPresent(promise -> {
                        grants.resume(me(), promise.id, SHOWN);
                        promise.paused = false;
                    });
                case 5 ->
                    one.filter(promise -> promise.sections.size() > 1).ifPresent(promise -> {
                        var fewer = EnumSet.copyOf(promise.sections);
                        fewer.remove(fewer.iterator().next());
                        var rights = promise.add ? EnumSet.allOf(Right.class) : EnumSet.of(Right.READ);
                        promise.id = grants.narrow(
                                        me(), promise.id, new Terms(fewer, rights, promise.last, promise.team), SHOWN)
                                .id();
                        promise.sections = fewer;
                    });
                case 6 -> clock.advance(Duration.ofHours(random.nextInt(200)));
                default -> dueWork.expireDue();
            }
            for (var who : people) {
                for (var section : SECTIONS) {
                    for (var write : List.of(false, true)) {
                        var expected = promises.stream()
                                .anyMatch(promise -> promise.opens(who, section, write, clock.instant()));
                        assertThat(
                                        decision(who, write ? Access.Action.ADD : Access.Action.READ, section)
                                                instanceof Decision.Permitted)
                                .as("seed %d, step %d, %s in %s, writing %s", seed, step, who.role(), section, write)
                                .isEqualTo(expected);
                    }
                }
            }
        }
        assertThat(promises).isNotEmpty();
        var stopped = promises.stream().filter(promise -> promise.over).count();
        assertThat(log(LedgerEvent.Kind.STOPPED)).hasSize((int) stopped);
        assertThat(log(LedgerEvent.Kind.GRANTED)).hasSize(promises.size());
    }

    private Optional<Promise> give(Actor.Professional to, Random random) {
        var sections = EnumSet.noneOf(Section.class);
        SECTIONS.stream().filter(section -> random.nextBoolean()).forEach(sections::add);
        if (sections.isEmpty()) {
            return Optional.empty();
        }
        var today = CalendarDays.dayOf(clock.instant());
        var terms = new Terms(
                sections,
                random.nextBoolean() ? EnumSet.allOf(Right.class) : EnumSet.of(Right.READ),
                today.plusDays(random.nextInt(20)),
                random.nextBoolean());
        var request = workspace(() -> requests.ask(to, new RequestId(UUID.randomUUID()), question(terms)));
        var grant = grants.give(me(), request.id(), terms, SHOWN);
        return Optional.of(new Promise(grant.id(), to, terms));
    }
}
