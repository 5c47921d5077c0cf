package nl.voorelkaar.dossier;

import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.procedure.Alarm;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.Case;
import nl.voorelkaar.dossier.procedure.CaseDesk;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureAlarms;
import nl.voorelkaar.dossier.procedure.ProcedureHead;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.procedure.ProcedureKind;
import nl.voorelkaar.dossier.procedure.ProcedureType;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.procedure.Step;
import nl.voorelkaar.dossier.procedure.StepId;
import nl.voorelkaar.dossier.procedure.StepRefused;
import org.junit.jupiter.api.Test;

/** How steps are kept, with the smallest procedure there can be: words are said until the bell rings. */
class ProceduresTests {

    private static final Set<Section> HERE = Set.of(Section.PLAN);

    private final DossierWorld world = DossierWorld.shared();
    private final Procedures residents = world.resident.bean(Procedures.class);
    private final Procedures werkplek = world.workspace.bean(Procedures.class);

    @Test
    void whatHappenedIsThereInOrderWithWhoAndWhen() {
        var fatima = world.resident("Fatima");
        var bram = world.professional("Bram Visser", Role.CM);
        world.assigns(bram, fatima.id());
        var id = starts(fatima, "goedemorgen");

        says(werkplek, bram, fatima.id(), id, step(), "goedemiddag");

        var talk = residents.read(fatima, fatima.id(), HERE, open -> open.find(new Talk(), id));
        assertThat(talk.words()).containsExactly("goedemorgen", "goedemiddag");
        var steps = residents.read(fatima, fatima.id(), HERE, open -> open.steps(new Talk(), id));
        assertThat(steps)
                .extracting(Step::by)
                .satisfiesExactly(
                        by -> assertThat(by).isEqualTo(new Author.Resident()),
                        by -> assertThat(by).isEqualTo(new Author.Professional(bram.id(), Role.CM, "Bram Visser")));
        assertThat(steps).extracting(Step::at).allMatch(world.clock.instant()::equals);
        assertThat(world.log(fatima, LedgerEvent.Kind.STEP_TAKEN))
                .extracting(line -> line.details().get("step"))
                .containsExactly("plan.say", "plan.say");
    }

    @Test
    void takingOneStepTwiceTakesItOnce() {
        var fatima = world.resident("Fatima");
        var first = step();
        var id = new ProcedureId(UUID.randomUUID());
        starts(fatima, id, first, "een");
        starts(fatima, id, first, "een");
        var second = step();

        says(residents, fatima, fatima.id(), id, second, "twee");
        var talk = says(residents, fatima, fatima.id(), id, second, "twee");

        assertThat(talk.words()).containsExactly("een", "twee");
        assertRefused(() -> starts(fatima, id, step(), "iets anders"));
    }

    @Test
    void stepsAtTheSameMomentAllCount() throws Exception {
        var fatima = world.resident("Fatima");
        var id = starts(fatima, "begin");
        try (var threads = Executors.newFixedThreadPool(4)) {
            var all = Stream.<Callable<Talk.Words>>generate(
                            () -> () -> says(residents, fatima, fatima.id(), id, step(), "woord"))
                    .limit(12)
                    .toList();
            for (var done : threads.invokeAll(all)) {
                done.get();
            }
        }
        var talk = residents.read(fatima, fatima.id(), HERE, open -> open.find(new Talk(), id));
        assertThat(talk.words()).hasSize(13);
    }

    @Test
    void aRefusedStepChangesNothingAndIsInTheLog() {
        var fatima = world.resident("Fatima");
        var id = starts(fatima, "begin");

        assertThatThrownBy(() -> says(residents, fatima, fatima.id(), id, step(), "scheldwoord"))
                .isInstanceOf(StepRefused.class)
                .hasMessage("talk.rude in AT_TABLE");

        assertThat(residents
                        .read(fatima, fatima.id(), HERE, open -> open.find(new Talk(), id))
                        .words())
                .containsExactly("begin");
        assertThat(world.log(fatima, LedgerEvent.Kind.STEP_TAKEN).getFirst().outcome())
                .isEqualTo(LedgerEvent.Outcome.REFUSED);
    }

    @Test
    void aProfessionalWithoutThatCaseSeesNothingAndTakesNoStep() {
        var fatima = world.resident("Fatima");
        var id = starts(fatima, "begin");
        var stranger = world.professional("Stranger", Role.GSP);

        assertRefused(() -> werkplek.read(stranger, fatima.id(), HERE, open -> open.all(new Talk())));
        assertRefused(() -> says(werkplek, stranger, fatima.id(), id, step(), "ik ook"));
        assertRefused(() -> residents.read(world.resident("Jan"), fatima.id(), HERE, open -> open.all(new Talk())));
    }

    @Test
    void whoNamesTheProcedureOfSomebodyElseIsInThatPersonsLog() {
        var fatima = world.resident("Fatima");
        var id = starts(fatima, "begin");
        var jan = world.resident("Jan");

        assertRefused(() -> find(jan, id));

        await().untilAsserted(() -> assertThat(world.log(fatima, LedgerEvent.Kind.READ))
                .anyMatch(line -> line.outcome() == LedgerEvent.Outcome.REFUSED));
    }

    @Test
    void theClockTakesItsStepAtItsOwnMomentHoweverLateTheWorkRuns() {
        var fatima = world.resident("Fatima");
        var id = starts(fatima, "begin");
        var bell = world.clock.instant().plus(Talk.LENGTH);

        world.clock.advance(Talk.LENGTH.minusMillis(1));
        assertThat(find(fatima, id).over()).isFalse();
        world.clock.advance(Duration.ofMillis(1));
        assertThat(find(fatima, id).over()).as("before any work ran").isTrue();
        assertThatThrownBy(() -> says(residents, fatima, fatima.id(), id, step(), "te laat"))
                .isInstanceOf(StepRefused.class);
        world.clock.advance(Duration.ofHours(3));

        world.resident.bean(ProcedureAlarms.class).takeDue();

        var again = world.resident("Somebody else who comes later");
        assertThat(world.resident.bean(ProcedureAlarms.class).takeDue()).isZero();
        assertThat(again).isNotNull();
        var steps = residents.read(fatima, fatima.id(), HERE, open -> open.steps(new Talk(), id));
        assertThat(steps).hasSize(2);
        assertThat(steps.getLast().at()).isEqualTo(bell);
        assertThat(steps.getLast().by()).isEqualTo(new Author.Clock());
        assertThat(residents.heads(fatima))
                .filteredOn(head -> head.id().equals(id))
                .singleElement()
                .satisfies(head -> assertThat(head.closed())
                        .as("it waits for nobody any more")
                        .isTrue());
    }

    @Test
    void whoAssignsSeesWhatWaitsWithoutContentAndGivesItToSomebodyWhoIsNotExcluded() {
        var fatima = world.resident("Fatima");
        var desk = world.workspace.bean(CaseDesk.class);
        var manager = world.professional("Teammanager", Role.TM);
        var anouk = world.professional("Anouk", Role.GSP);
        var excluded = world.professional("Bram", Role.GSP);
        var id = new ProcedureId(UUID.randomUUID());
        starts(fatima, id, step(), "niet door " + excluded.id());

        var waiting = waiting(desk, manager, id);
        assertThat(waiting.handler()).isEmpty();
        assertThatThrownBy(() ->
                        desk.give(manager, waiting, excluded.id(), world.today().plusDays(42)))
                .isInstanceOf(StepRefused.class);
        assertRefused(() -> desk.waiting(anouk));
        assertRefused(() -> says(werkplek, anouk, fatima.id(), id, step(), "hallo"));

        desk.give(manager, waiting, anouk.id(), world.today().plusDays(42));

        assertThat(desk.waiting(manager)).noneMatch(head -> head.id().equals(id));
        assertThat(werkplek.handledBy(anouk)).extracting(ProcedureHead::id).containsExactly(id);
        assertThat(says(werkplek, anouk, fatima.id(), id, step(), "hallo").words())
                .endsWith("hallo");
        assertRefused(
                () -> desk.give(manager, waiting, anouk.id(), world.today().plusDays(42)));
    }

    @Test
    void aPaperComesBackAsItWasKeptAndOnlyWhereItsProcedureMayBeRead() {
        var fatima = world.resident("Fatima");
        var id = starts(fatima, "begin");
        var paper = new PaperId(UUID.randomUUID());
        var bytes = "Een plan op papier".getBytes(StandardCharsets.UTF_8);
        residents.take(fatima, fatima.id(), HERE, "plan.keep", turn -> {
            turn.keep(ProcedureKind.PLAN, id, paper, bytes);
            turn.keep(ProcedureKind.PLAN, id, paper, new byte[3]);
            return true;
        });

        assertThat(residents.<byte[]>read(fatima, fatima.id(), HERE, open -> open.paper(ProcedureKind.PLAN, id, paper)))
                .isEqualTo(bytes);
        assertRefused(() -> residents.read(
                fatima, fatima.id(), HERE, open -> open.paper(ProcedureKind.PLAN, id, new PaperId(UUID.randomUUID()))));
    }

    @Test
    void aStepThatWasChangedDroppedOrMovedInTheDatabaseDoesNotOpen() {
        var fatima = world.resident("Fatima");
        for (var mischief : List.of(
                "update dossier.procedure_step set taken_at = taken_at + interval '1 day' where procedure_id = :id and number = 2",
                "update dossier.procedure_step set verb = 'ring' where procedure_id = :id and number = 2",
                "update dossier.procedure_step set taken_by = gen_random_uuid() where procedure_id = :id and number = 2",
                "delete from dossier.procedure_step where procedure_id = :id and number = 2",
                "update dossier.procedure_step set number = number + 10 where procedure_id = :id and number > 1")) {
            var id = starts(fatima, "begin");
            says(residents, fatima, fatima.id(), id, step(), "midden");
            says(residents, fatima, fatima.id(), id, step(), "eind");
            assertThat(world.past(world.databases.superuser())
                            .sql(mischief.replace(":id", "'" + id + "'"))
                            .update())
                    .isNotNegative();

            assertThatThrownBy(() -> find(fatima, id)).as(mischief).isInstanceOf(SecurityException.class);
        }
    }

    private ProcedureHead waiting(CaseDesk desk, Actor.Professional manager, ProcedureId id) {
        return desk.waiting(manager).stream()
                .filter(head -> head.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Talk.Words find(Actor.Resident actor, ProcedureId id) {
        return residents.read(actor, actor.id(), HERE, open -> open.find(new Talk(), id));
    }

    private ProcedureId starts(Actor.Resident actor, String word) {
        return starts(actor, new ProcedureId(UUID.randomUUID()), step(), word);
    }

    private ProcedureId starts(Actor.Resident actor, ProcedureId id, StepId step, String word) {
        residents.take(
                actor, actor.id(), HERE, "plan.say", turn -> turn.start(new Talk(), id, step, new Talk.Said(word)));
        return id;
    }

    private static Talk.Words says(
            Procedures where, Actor actor, ResidentId resident, ProcedureId id, StepId step, String word) {
        return where.take(
                actor, resident, HERE, "plan.say", turn -> turn.take(new Talk(), id, step, talk -> talk.say(word)));
    }

    private static StepId step() {
        return new StepId(UUID.randomUUID());
    }

    static final class Talk implements ProcedureType<Talk.Words, Talk.Happened> {

        static final Duration LENGTH = Duration.ofHours(1);

        sealed interface Happened {}

        record Said(String word) implements Happened {}

        record Rang() implements Happened {}

        enum Refusal implements StepRefused.Reason {
            RUDE,
            OVER;

            @Override
            public String key() {
                return "talk." + name().toLowerCase(java.util.Locale.ROOT);
            }
        }

        record Words(List<String> words, Optional<Instant> began, boolean over, Set<PartyId> excluded) {

            Said say(String word) {
                if (over) {
                    throw new StepRefused(Refusal.OVER, "OVER");
                }
                if (word.equals("scheldwoord")) {
                    throw new StepRefused(Refusal.RUDE, "AT_TABLE");
                }
                return new Said(word);
            }
        }

        @Override
        public ProcedureKind kind() {
            return ProcedureKind.PLAN;
        }

        @Override
        public Words begin(Case of) {
            return new Words(List.of(), Optional.empty(), false, Set.of());
        }

        @Override
        public Words after(Words before, Step<Happened> step) {
            return switch (step.event()) {
                case Said said -> {
                    var words = new ArrayList<>(before.words());
                    words.add(said.word());
                    var excluded = said.word().startsWith("niet door ")
                            ? Set.of(new PartyId(UUID.fromString(said.word().substring(10))))
                            : before.excluded();
                    yield new Words(words, before.began().or(() -> Optional.of(step.at())), before.over(), excluded);
                }
                case Rang ignored -> new Words(before.words(), before.began(), true, before.excluded());
            };
        }

        @Override
        public Map<String, Class<? extends Happened>> verbs() {
            return Map.of("say", Said.class, "ring", Rang.class);
        }

        @Override
        public Happened byClock(String verb) {
            return new Rang();
        }

        @Override
        public String state(Words now) {
            return now.over() ? "OVER" : "AT_TABLE";
        }

        @Override
        public boolean closed(Words now) {
            return now.over() || now.words().contains("tot ziens");
        }

        @Override
        public Optional<LocalDate> due(Words now) {
            return Optional.empty();
        }

        @Override
        public List<Alarm> alarms(Words now) {
            return now.over()
                    ? List.of()
                    : now.began().map(began -> new Alarm(began.plus(LENGTH), "ring", "OVER", true)).stream()
                            .toList();
        }

        @Override
        public boolean needsDecider(Words now) {
            return !now.over() && now.words().contains("beslis");
        }

        @Override
        public Set<PartyId> excluded(Words now) {
            return now.excluded();
        }
    }
}
