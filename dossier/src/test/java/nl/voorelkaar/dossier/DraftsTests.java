package nl.voorelkaar.dossier;

import static nl.voorelkaar.consent.Section.VERHAAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.dossier.vault.KeyBroker;
import nl.voorelkaar.dossier.vault.RecordId;
import nl.voorelkaar.dossier.vault.SealedRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DraftsTests {

    private static final FormKey NEW = new FormKey("entry-new");

    private final DossierWorld world = DossierWorld.shared();
    private final Drafts drafts = world.resident.bean(Drafts.class);
    private final JdbcClient database = JdbcClient.create(world.databases.superuser());
    private Actor.Resident fatma;

    @BeforeEach
    void aResident() {
        fatma = world.resident("Fatma");
    }

    @Test
    void whatWasTypedComesBackAsItWas() {
        var typed = Map.of("title", "Mijn 😀 dag", "text", "مرحبا\nregel twee");
        var kept = drafts.keep(fatma, begun(NEW).with(typed));
        assertThat(drafts.of(fatma, NEW)).containsExactly(kept);
        assertThat(kept.fields()).isEqualTo(typed);
        assertThat(kept.keptAt()).isEqualTo(world.clock.instant());
        assertThat(drafts.of(fatma, new FormKey("entry/" + UUID.randomUUID())))
                .as("another form")
                .isEmpty();
        assertThat(drafts.newest(fatma, 2)).containsExactly(kept);
    }

    @Test
    void theNewestTypingReplacesTheOlderOfTheSameDraft() {
        var first = drafts.keep(fatma, begun(NEW).with(Map.of("text", "een")));
        drafts.keep(fatma, first.with(Map.of("text", "een twee")));
        assertThat(drafts.of(fatma, NEW)).singleElement().satisfies(kept -> {
            assertThat(kept.fields()).containsEntry("text", "een twee");
            assertThat(kept.version()).isEqualTo(2);
        });
    }

    @Test
    void anotherWindowNeverWritesOverWhatThisOneKept() {
        var kept = drafts.keep(fatma, begun(NEW).with(Map.of("text", "een")));
        drafts.keep(fatma, kept.with(Map.of("text", "van dit venster")));
        assertThatThrownBy(() -> drafts.keep(fatma, kept.with(Map.of("text", "van het andere"))))
                .isInstanceOfSatisfying(
                        DraftRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(DraftRefused.Reason.KEPT_ELSEWHERE));
        assertThat(drafts.of(fatma, NEW))
                .singleElement()
                .satisfies(draft -> assertThat(draft.fields()).containsEntry("text", "van dit venster"));
    }

    @Test
    void nobodySeesOrTouchesTheDraftOfSomebodyElse() {
        var hassan = world.resident("Hassan");
        var kept = drafts.keep(fatma, begun(NEW).with(Map.of("text", "van Fatma")));
        assertThat(drafts.of(hassan, NEW)).isEmpty();
        drafts.discard(hassan, kept.id());
        assertThatThrownBy(() -> drafts.keep(hassan, kept.with(Map.of("text", "van Hassan"))))
                .isInstanceOf(DraftRefused.class);
        assertThat(drafts.of(fatma, NEW)).containsExactly(kept);
        var borrowed = new Actor.Resident(fatma.id(), hassan.level(), hassan.signedInAt(), hassan.assertion());
        DossierWorld.assertRefused(() -> drafts.of(borrowed, NEW));
        DossierWorld.assertRefused(() -> drafts.keep(borrowed, begun(NEW).with(Map.of("text", "x"))));
    }

    @Test
    void theDatabaseShowsADraftToItsResidentOnlyAndToNoProfessional() {
        var hassan = world.resident("Hassan");
        drafts.keep(fatma, begun(NEW).with(Map.of("text", "van Fatma")));
        drafts.keep(hassan, begun(NEW).with(Map.of("text", "van Hassan")));
        assertThat(JdbcClient.create(world.databases.residentFace())
                        .sql("select count(*) from dossier.draft")
                        .query(Integer.class)
                        .single())
                .as("without a scope")
                .isZero();
        new TransactionTemplate(world.resident.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            world.resident.bean(RowScope.class).enter(fatma.id());
            assertThat(world.resident
                            .bean(JdbcClient.class)
                            .sql("select distinct resident_id from dossier.draft")
                            .query(UUID.class)
                            .list())
                    .containsExactly(fatma.id().value());
        });
        assertThatThrownBy(() -> JdbcClient.create(world.databases.workspaceFace())
                        .sql("select count(*) from dossier.draft")
                        .query(Integer.class)
                        .single())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void aGrantOnEverySectionLeadsToNoDraft() {
        var anouk = world.professional("Anouk", Role.CO);
        world.grants(fatma, anouk, world.toReadAndAdd(VERHAAL));
        var kept = drafts.keep(fatma, begun(NEW).with(Map.of("section", "verhaal", "text", "nog niet gedeeld")));
        var row = database.sql("select suite, root_version, body from dossier.draft where draft_id = :draft")
                .param("draft", kept.id().value())
                .query((found, n) -> new SealedRecord(found.getInt(1), found.getInt(2), found.getBytes(3)))
                .single();
        try (var keys = world.workspace
                .bean(KeyBroker.class)
                .open(anouk, nl.voorelkaar.consent.Access.read(fatma.id(), VERHAAL))) {
            assertThatThrownBy(() -> keys.open(
                            VERHAAL,
                            new RecordId("draft.body", kept.id().value()),
                            1,
                            new SealedRecord(row.suite(), keys.epoch(VERHAAL), row.bytes())))
                    .isInstanceOf(SecurityException.class);
        }
    }

    @Test
    void aDraftThatWasMovedOrSetBackUnderAnotherNumberDoesNotOpen() {
        var one = drafts.keep(fatma, begun(NEW).with(Map.of("text", "een")));
        var two = drafts.keep(fatma, begun(NEW).with(Map.of("text", "twee")));
        var was = database.sql("select body from dossier.draft where draft_id = :draft")
                .param("draft", one.id().value())
                .query((row, n) -> row.getBytes(1))
                .single();
        for (var change : new String[] {
            "body = (select body from dossier.draft where draft_id = '" + two.id() + "')",
            "version = version + 1",
            "form = 'entry-other'",
            "body = set_byte(body, 60, get_byte(body, 60) # 1)"
        }) {
            assertThat(database.sql("update dossier.draft set " + change + " where draft_id = '" + one.id() + "'")
                            .update())
                    .isPositive();
            var form = change.startsWith("form") ? new FormKey("entry-other") : NEW;
            assertThatThrownBy(() -> drafts.of(fatma, form)).as(change).isInstanceOf(SecurityException.class);
            database.sql("update dossier.draft set body = decode(:was, 'hex'), version = 1, form = 'entry-new' where"
                            + " draft_id = '" + one.id() + "'")
                    .param("was", HexFormat.of().formatHex(was))
                    .update();
            assertThat(drafts.of(fatma, NEW)).hasSize(2);
        }
    }

    @Test
    void savingOrThrowingAwayDestroysIt() {
        var kept = drafts.keep(fatma, begun(NEW).with(Map.of("text", "een")));
        drafts.discard(fatma, kept.id());
        drafts.discard(fatma, kept.id());
        assertThat(drafts.of(fatma, NEW)).isEmpty();
        assertThat(count(kept)).isZero();
        assertThatThrownBy(() -> drafts.keep(fatma, kept.with(Map.of("text", "een late toets"))))
                .isInstanceOf(DraftRefused.class);
    }

    @Test
    void thirtyDaysAfterTheLastKeystrokeItIsGoneForGood() {
        var person = world.person("Jan");
        var jan = person.signsIn();
        var old = drafts.keep(jan, begun(NEW).with(Map.of("text", "oud")));
        world.clock.advance(Duration.ofDays(29));
        jan = person.signsIn();
        var newer = drafts.keep(jan, begun(NEW).with(Map.of("text", "nieuwer")));
        drafts.sweep();
        assertThat(drafts.of(jan, NEW)).containsExactly(newer, old);
        world.clock.advance(Duration.ofDays(1));
        jan = person.signsIn();
        assertThat(drafts.of(jan, NEW)).as("also before the sweep").containsExactly(newer);
        assertThat(drafts.sweep()).isPositive();
        assertThat(count(old)).isZero();
        assertThat(count(newer)).isOne();
    }

    @Test
    void typingWritesNothingInTheLog() {
        var before = world.log(fatma).size();
        var kept = drafts.keep(fatma, begun(NEW).with(Map.of("text", "een")));
        drafts.of(fatma, NEW);
        drafts.discard(fatma, kept.id());
        assertThat(world.log(fatma)).hasSize(before);
    }

    @Test
    void whatIsTooMuchIsRefusedAndWhatWasKeptStays() {
        var kept = drafts.keep(fatma, begun(NEW).with(Map.of("text", "😀".repeat(20_000))));
        assertThatThrownBy(() -> drafts.keep(fatma, kept.with(Map.of("text", "😀".repeat(70_000)))))
                .isInstanceOfSatisfying(
                        DraftRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(DraftRefused.Reason.TOO_LARGE));
        assertThat(drafts.of(fatma, NEW)).containsExactly(kept);
        for (int number = 1; number < Drafts.MOST; number++) {
            drafts.keep(fatma, begun(new FormKey("entry/" + number)).with(Map.of("text", "x")));
        }
        assertThatThrownBy(() -> drafts.keep(fatma, begun(NEW).with(Map.of("text", "x"))))
                .isInstanceOfSatisfying(
                        DraftRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(DraftRefused.Reason.TOO_MANY));
        drafts.keep(fatma, kept.with(Map.of("text", "korter")));
    }

    @Test
    void whatItIsBasedOnIsKeptWithIt() {
        var form = new FormKey("entry/" + UUID.randomUUID());
        drafts.keep(
                fatma,
                Draft.begun(new DraftId(UUID.randomUUID()), form, "mijn/dossier/bericht", Optional.of(3))
                        .with(Map.of("text", "x")));
        assertThat(drafts.of(fatma, form))
                .singleElement()
                .satisfies(draft -> assertThat(draft.basedOn()).contains(3));
    }

    private int count(Draft draft) {
        return database.sql("select count(*) from dossier.draft where draft_id = :draft")
                .param("draft", draft.id().value())
                .query(Integer.class)
                .single();
    }

    private static Draft begun(FormKey form) {
        return Draft.begun(new DraftId(UUID.randomUUID()), form, "mijn/dossier/nieuw", Optional.empty());
    }
}
