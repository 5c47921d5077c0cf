package nl.voorelkaar.dossier;

import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ConsentRecord;
import nl.voorelkaar.consent.Consult;
import nl.voorelkaar.consent.ConsultId;
import nl.voorelkaar.consent.ConsultRefused;
import nl.voorelkaar.consent.Consults;
import nl.voorelkaar.consent.DueWork;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.dossier.document.Samples;
import nl.voorelkaar.dossier.expert.AskedQuestion;
import nl.voorelkaar.dossier.expert.Experts;
import nl.voorelkaar.dossier.expert.Page;
import nl.voorelkaar.dossier.expert.Reply;
import nl.voorelkaar.dossier.vault.Compartments;
import nl.voorelkaar.dossier.vault.KeyBroker;
import nl.voorelkaar.dossier.vault.RecordId;
import nl.voorelkaar.dossier.vault.SealedRecord;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An expert sees the question and the pages, answers, and it closes. */
class ExpertsTests {

    private static final ShownText SHOWN = new ShownText("Mag dit?", Locale.of("nl"));
    private static final Reply ADVICE = new Reply(Reply.Verdict.ADVICE, "Een traplift past hier.");

    private final DossierWorld world = DossierWorld.shared();
    private final Experts werkplek = world.workspace.bean(Experts.class);
    private final Consults deskOf = world.workspace.bean(Consults.class);
    private final Consults mine = world.resident.bean(Consults.class);
    private final Actor.Resident fatima = world.resident("Fatima");
    private final Actor.Professional anouk = world.professional("Anouk", Role.GSP);
    private final Actor.Professional expert = world.professional("Eva Ergotherapeut", Role.SPEC);
    private final ConsultId id = new ConsultId(UUID.randomUUID());

    private final Entry stairs = assignedAndWritten();

    private Entry assignedAndWritten() {
        world.assigns(anouk, fatima.id());
        write("Iets anders", "Dat gaat niemand iets aan.");
        return write("De trap", "De trap is steil en heeft geen leuning.");
    }

    private Entry write(String title, String text) {
        return world.workspace
                .dossiers()
                .add(anouk, fatima.id(), DossierWorld.newId(), world.about(Section.LEEFGEBIEDEN, title, text));
    }

    private Consult asked() {
        return werkplek.ask(
                anouk,
                id,
                fatima.id(),
                expert.id(),
                "Past hier een traplift?",
                Set.of(stairs.id()),
                world.today().plusDays(14));
    }

    private void agreed() {
        asked();
        mine.agree(fatima, id, SHOWN);
    }

    @Test
    void theExpertSeesTheQuestionAndThePagesAndNothingElse() {
        agreed();

        var question = werkplek.open(expert, id);
        assertThat(question.words()).isEqualTo("Past hier een traplift?");
        assertThat(question.pages()).extracting(Page::title).containsExactly("De trap");
        for (var section : Section.values()) {
            assertRefused(() -> world.workspace.dossiers().open(expert, fatima.id(), Set.of(section)));
        }
        assertRefused(() -> world.workspace.dossiers().open(expert, fatima.id()));
        assertThat(world.log(fatima, LedgerEvent.Kind.READ).stream()
                        .filter(line -> line.outcome() == LedgerEvent.Outcome.DONE)
                        .findFirst())
                .hasValueSatisfying(line -> assertThat(line.ground()).contains(Grondslag.TOESTEMMING));
    }

    @Test
    void theFileOfAPageGoesAlongAsPicturesAndIsGoneWithTheAnswer() throws IOException {
        var drawing = world.workspace
                .documents()
                .add(
                        anouk,
                        fatima.id(),
                        DossierWorld.newId(),
                        world.about(Section.LEEFGEBIEDEN, "Tekening", "Zo loopt de trap."),
                        "trap.pdf",
                        new ByteArrayInputStream(Samples.pdf(2)));
        werkplek.ask(
                anouk,
                id,
                fatima.id(),
                expert.id(),
                "Past hier een traplift?",
                Set.of(stairs.id(), drawing.id()),
                world.today().plusDays(14));
        var home = world.resident.bean(Experts.class);
        assertThat(home.picture(fatima, id, 1)).startsWith(0x89, 'P', 'N', 'G');
        assertRefused(() -> werkplek.picture(expert, id, 0));
        mine.agree(fatima, id, SHOWN);

        assertThat(werkplek.open(expert, id).pages())
                .extracting(Page::pictures)
                .containsExactlyInAnyOrder(List.of(), List.of(0, 1));
        assertThat(werkplek.picture(expert, id, 0)).startsWith(0x89, 'P', 'N', 'G');
        for (var absent : List.of(2, -9, -8)) {
            assertRefused(() -> werkplek.picture(expert, id, absent));
        }
        werkplek.answer(expert, id, ADVICE);
        assertRefused(() -> werkplek.picture(expert, id, 0));
        assertRefused(() -> home.picture(fatima, id, 0));
    }

    /**
     * Sealed for it, not only checked: with the keys that the broker gives the expert, nothing else of the section
     * opens.
     */
    @Test
    void theKeysOfTheExpertOpenNoOtherRecordOfTheSection() {
        agreed();
        var broker = world.workspace.bean(KeyBroker.class);
        var record = new RecordId("entry.body", UUID.randomUUID());
        SealedRecord ofThePlan;
        try (var keys = broker.open(anouk, Access.read(fatima.id(), Section.PLAN))) {
            ofThePlan =
                    keys.seal(Section.PLAN, record, 1, "het plan".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        try (var keys =
                broker.open(expert, Access.read(fatima.id(), Section.PLAN).only(id.thing()))) {
            assertThatThrownBy(() -> keys.open(Section.PLAN, record, 1, ofThePlan))
                    .isInstanceOf(SecurityException.class);
            assertThatThrownBy(() -> keys.seal(Section.PLAN, record, 1, new byte[1]))
                    .isInstanceOf(RuntimeException.class);
            var other = new ConsultId(UUID.randomUUID());
            new TransactionTemplate(world.workspace.bean(PlatformTransactionManager.class))
                    .executeWithoutResult(status -> assertThatThrownBy(() -> world.workspace
                                    .bean(Compartments.class)
                                    .of(keys, fatima.id(), other.keys(), Section.PLAN))
                            .isInstanceOf(SecurityException.class));
        }
    }

    @Test
    void nothingOpensBeforeTheResidentAgreesAndNeverWhenTheResidentDoesNot() {
        asked();
        assertThat(deskOf.putTo(expert)).isEmpty();
        assertRefused(() -> werkplek.open(expert, id));
        assertThat(world.resident.bean(Experts.class).open(fatima, id))
                .satisfies(question -> assertThat(question.words()).isEqualTo("Past hier een traplift?"))
                .satisfies(question -> assertThat(question.pages()).hasSize(1));

        mine.refuse(fatima, id, SHOWN);

        assertRefused(() -> werkplek.open(expert, id));
        assertThat(deskOf.find(anouk, id).state()).isEqualTo(Consult.State.GEWEIGERD);
        assertThat(locks()).isZero();
        assertThatThrownBy(() -> mine.agree(fatima, id, SHOWN)).isInstanceOf(ConsultRefused.class);
        assertThat(world.log(fatima, LedgerEvent.Kind.CONSULT_REFUSED)).hasSize(1);
        assertThat(mine.records(fatima, id)).singleElement().satisfies(no -> {
            assertThat(no.what()).isEqualTo(ConsentRecord.What.CONSENT_REFUSED);
            assertThat(no.shown()).isEqualTo(SHOWN);
        });
    }

    @Test
    void itClosesWithTheAnswerAndTheResidentReadsBoth() {
        agreed();
        werkplek.answer(expert, id, ADVICE);

        assertRefused(() -> werkplek.open(expert, id));
        assertRefused(() -> werkplek.answer(expert, id, ADVICE));
        assertThat(locks()).isZero();
        for (AskedQuestion read :
                List.of(world.resident.bean(Experts.class).open(fatima, id), werkplek.open(anouk, id))) {
            assertThat(read.reply()).contains(ADVICE);
            assertThat(read.titles()).containsExactly("De trap");
            assertThat(read.pages()).as("the copies are gone").isEmpty();
        }
        assertThat(world.log(fatima, LedgerEvent.Kind.STEP_TAKEN))
                .extracting(line -> line.details().get("step"))
                .contains("raad.ask", "raad.answer");
    }

    @Test
    void itClosesWhenTheResidentStopsItWhenTheAskerTakesItBackAndOnItsLastDay() {
        agreed();
        mine.stop(fatima, id, SHOWN);
        assertRefused(() -> werkplek.open(expert, id));
        assertThat(locks()).isZero();
        assertThat(mine.records(fatima, id))
                .extracting(ConsentRecord::what)
                .containsExactlyInAnyOrder(ConsentRecord.What.CONSENT_GIVEN, ConsentRecord.What.CONSENT_WITHDRAWN);

        var second = new ConsultId(UUID.randomUUID());
        werkplek.ask(
                anouk,
                second,
                fatima.id(),
                expert.id(),
                "Nog een vraag?",
                Set.of(),
                world.today().plusDays(3));
        mine.agree(fatima, second, SHOWN);
        deskOf.withdraw(anouk, second);
        assertRefused(() -> werkplek.open(expert, second));

        var third = new ConsultId(UUID.randomUUID());
        var fresh = world.resident("Iemand anders");
        world.assigns(anouk, fresh.id());
        werkplek.ask(anouk, third, fresh.id(), expert.id(), "Een vraag?", Set.of(), world.today());
        mine.agree(fresh, third, SHOWN);
        world.clock.advance(Duration.ofDays(1));
        assertRefused(() -> werkplek.open(again(), third));
        world.resident.bean(DueWork.class).expireDue();
        assertThat(past("dossier.grant_box", third)).isZero();
    }

    /** The expert, signed in after the clock was moved. */
    private Actor.Professional again() {
        return new Actor.Professional(
                expert.id(),
                expert.role(),
                expert.organisation(),
                expert.team(),
                expert.level(),
                expert.signedInAt(),
                expert.assertion());
    }

    @Test
    void onlyWhoHasTheCaseAsksAndOnlyAnExpertWhoIsNobodyOfTheHousehold() {
        var bram = world.professional("Bram", Role.CM);
        assertRefused(() -> werkplek.ask(
                bram,
                id,
                fatima.id(),
                expert.id(),
                "Mag ik dit?",
                Set.of(),
                world.today().plusDays(3)));
        reason(
                ConsultRefused.Reason.NOT_AN_EXPERT,
                () -> werkplek.ask(
                        anouk,
                        id,
                        fatima.id(),
                        bram.id(),
                        "Mag ik dit?",
                        Set.of(),
                        world.today().plusDays(3)));
        reason(
                ConsultRefused.Reason.TOO_LONG,
                () -> werkplek.ask(
                        anouk,
                        id,
                        fatima.id(),
                        expert.id(),
                        "Mag ik dit?",
                        Set.of(),
                        world.today().plusMonths(4)));
        world.workspace.bean(Parties.class).related(expert.id(), Set.of(), Set.of(fatima.id()));
        reason(ConsultRefused.Reason.TOO_CLOSE, this::asked);
        assertRefused(() -> werkplek.ask(
                anouk,
                id,
                fatima.id(),
                expert.id(),
                "Mag ik dit?",
                Set.of(DossierWorld.newId()),
                world.today().plusDays(3)));
    }

    private static void reason(ConsultRefused.Reason reason, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        ConsultRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    /** What is left of the two locks: with neither, the expert's own key opens nothing. */
    private long locks() {
        return past("dossier.grant_box", id)
                + world.past(world.databases.keysOwner())
                        .sql("select count(*) from keystore.grant_lease where grant_id = :id")
                        .param("id", id.value())
                        .query(Long.class)
                        .single();
    }

    private long past(String table, ConsultId which) {
        return world.past(world.databases.superuser())
                .sql("select count(*) from " + table + " where grant_id = :id")
                .param("id", which.value())
                .query(Long.class)
                .single();
    }
}
