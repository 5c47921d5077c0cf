package nl.voorelkaar.consent;

import static nl.voorelkaar.consent.Section.VERHAAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import nl.devservices.postgres.Roles;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What PostgreSQL itself lets each face see and do, asked past the application. */
class RowSecurityTests extends Situation {

    private static final List<String> TABLES = List.of(
            "party",
            "relation",
            "asking",
            "access_request",
            "access_grant",
            "consent_record",
            "case_assignment",
            "emergency",
            "breach",
            "due",
            "ledger_head",
            "ledger_entry",
            "audit_pending",
            "mandate",
            "mandate_record",
            "birthday",
            "representation",
            "joint_answer",
            "disagreement",
            "log",
            "log_tile",
            "log_checkpoint",
            "log_cosignature",
            "log_witness",
            "log_stamp",
            "sealed_line",
            "audit_run",
            "audit_part",
            "audit_finding",
            "desk_act",
            "death",
            "consult",
            "handover",
            "refused_person",
            "use_count",
            "found_breach",
            "closer_watch",
            "restriction");

    @Autowired
    private Mandates mandates;

    private Actor.Professional anouk;
    private Actor.Professional bram;
    private Actor.Professional manager;

    @BeforeEach
    void everyTableHasARow() {
        anouk = professional(Role.GSP);
        bram = professional(Role.CM, Optional.of(new TeamId("wij-zuid")));
        manager = professional(Role.TM);
        given(anouk, read(VERHAAL));
        ask(bram, read(VERHAAL));
        workspace(() -> cases.assign(manager, resident, anouk.id(), "Wmo 2.3.2", SPRING));
        workspace(() -> {
            parties.related(bram.id(), Set.of(new ResidentId(UUID.randomUUID())), Set.of());
            return bram;
        });
        mandated();
        broken(anouk);
        ledger.read(me(), Ledger.Filter.newest(10));
    }

    private void broken(Actor.Professional by) {
        var id = new EmergencyId(UUID.randomUUID());
        var why = new Justification("Er is acuut gevaar en de inwoner kan niets meer zeggen.");
        workspace(() -> {
            emergencies.ask(by, id, resident, new NewEmergency(EmergencyReason.ANDERS, Set.of(Section.CONTACT), why));
            emergencies.confirm(by, id);
            return by;
        });
    }

    private void mandated() {
        var id = new MandateId(UUID.randomUUID());
        var code = mandates.invite(me(), id).code();
        var carer = signedIn(new ResidentId(UUID.randomUUID()), AssuranceLevel.SUBSTANTIEEL, Duration.ZERO);
        mandates.accept(carer, code, "Youssef el Amrani");
        mandates.confirm(
                me(), id, Set.of(MandateScope.LEZEN_PLAN), SPRING, Mandate.Digest.DAILY, "Fatima el Amrani", SHOWN);
    }

    private static <T> T as(DataSource face, Map<String, String> settings, Function<JdbcClient, T> work) {
        return new TransactionTemplate(new DataSourceTransactionManager(face)).execute(status -> {
            var jdbc = JdbcClient.create(face);
            settings.forEach((name, value) -> jdbc.sql("SELECT set_config(:name, :value, true)")
                    .param("name", name)
                    .param("value", value)
                    .query()
                    .singleRow());
            return work.apply(jdbc);
        });
    }

    private static long count(JdbcClient jdbc, String table) {
        return jdbc.sql("SELECT count(*) FROM consent." + table)
                .query(Long.class)
                .single();
    }

    private static void denied(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|row-level security).*");
    }

    private Map<String, String> resident(UUID id) {
        return Map.of("app.resident", id.toString());
    }

    private Map<String, String> party(Actor.Professional who) {
        return Map.of(
                "app.resident",
                resident.toString(),
                "app.party",
                who.id().toString(),
                "app.team",
                who.team().orElseThrow().value());
    }

    @Test
    void everyTableOfTheSchemaHasForcedRowSecurityAndBelongsToNoFace() {
        var tables = superuser().sql("""
                        SELECT relname || ' ' || relrowsecurity || ' ' || relforcerowsecurity || ' ' || pg_get_userbyid(relowner)
                        FROM pg_class WHERE relnamespace = 'consent'::regnamespace AND relkind IN ('r', 'p')
                          AND relname NOT LIKE 'flyway%'""").query(String.class).list();

        assertThat(tables)
                .containsExactlyInAnyOrderElementsOf(TABLES.stream()
                        .map(table -> table + " true true " + Roles.OWNER)
                        .toList());
    }

    @Test
    void nothingIsWritableThatShouldNotBe() {
        var rights = superuser().sql("""
                        SELECT grantee || ' ' || privilege_type || ' ' || table_name
                        FROM information_schema.role_table_grants
                        WHERE table_schema = 'consent' AND grantee LIKE 've\\_%' AND grantee <> 've_owner'
                          AND privilege_type <> 'SELECT'""").query(String.class).list();

        assertThat(rights)
                .containsExactlyInAnyOrder(
                        "ve_workspace INSERT party",
                        "ve_workspace UPDATE party",
                        "ve_workspace INSERT relation",
                        "ve_workspace UPDATE relation",
                        "ve_workspace DELETE relation",
                        "ve_workspace INSERT asking",
                        "ve_workspace UPDATE asking",
                        "ve_workspace INSERT access_request",
                        "ve_resident INSERT access_grant",
                        "ve_resident INSERT consent_record",
                        "ve_workspace INSERT case_assignment",
                        "ve_resident INSERT mandate",
                        "ve_resident UPDATE mandate",
                        "ve_resident INSERT mandate_record",
                        "ve_workspace INSERT mandate_record",
                        "ve_workspace INSERT consult",
                        "ve_workspace INSERT handover",
                        "ve_resident INSERT refused_person",
                        "ve_resident INSERT birthday",
                        "ve_resident DELETE birthday",
                        "ve_workspace INSERT birthday",
                        "ve_workspace INSERT representation",
                        "ve_resident INSERT joint_answer",
                        "ve_resident INSERT disagreement",
                        "ve_workspace INSERT emergency",
                        "ve_workspace INSERT breach",
                        "ve_resident INSERT due",
                        "ve_resident DELETE due",
                        "ve_workspace INSERT due",
                        "ve_resident INSERT ledger_head",
                        "ve_resident UPDATE ledger_head",
                        "ve_resident INSERT ledger_entry",
                        "ve_workspace INSERT ledger_entry",
                        "ve_resident INSERT audit_pending",
                        "ve_workspace INSERT audit_pending",
                        "ve_sealer DELETE audit_pending",
                        "ve_sealer INSERT log",
                        "ve_sealer INSERT log_tile",
                        "ve_sealer INSERT log_checkpoint",
                        "ve_sealer INSERT log_cosignature",
                        "ve_sealer INSERT log_witness",
                        "ve_sealer INSERT log_stamp",
                        "ve_sealer INSERT sealed_line",
                        "ve_auditor INSERT audit_run",
                        "ve_auditor INSERT audit_part",
                        "ve_auditor INSERT audit_finding",
                        "ve_resident UPDATE desk_act",
                        "ve_resident INSERT death",
                        "ve_workspace INSERT death",
                        "ve_workspace DELETE death",
                        "ve_workspace INSERT use_count",
                        "ve_resident INSERT use_count",
                        "ve_resident DELETE use_count",
                        "ve_workspace INSERT found_breach",
                        "ve_resident INSERT closer_watch",
                        "ve_resident UPDATE closer_watch",
                        "ve_resident DELETE restriction",
                        "ve_workspace INSERT restriction",
                        "ve_workspace DELETE restriction");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "access_request",
                "access_grant",
                "consent_record",
                "case_assignment",
                "emergency",
                "due",
                "ledger_head",
                "ledger_entry",
                "mandate",
                "mandate_record"
            })
    void theResidentFaceSeesNothingWithoutAResidentAndOnlyTheirOwnWithOne(String table) {
        var face = databases.residentFace();

        assertThat(RowSecurityTests.<Long>as(face, Map.of(), jdbc -> count(jdbc, table)))
                .isZero();
        assertThat(RowSecurityTests.<Long>as(face, resident(UUID.randomUUID()), jdbc -> count(jdbc, table)))
                .isZero();
        assertThat(RowSecurityTests.<Long>as(
                        face,
                        party(anouk),
                        jdbc -> jdbc.sql("SELECT set_config('app.resident', '', true)")
                                        .query()
                                        .singleRow()
                                        .size()
                                * count(jdbc, table)))
                .isZero();
        assertThat(RowSecurityTests.<Long>as(face, resident(resident.value()), jdbc -> count(jdbc, table)))
                .isPositive();
        assertThat(RowSecurityTests.<Long>as(
                        face,
                        resident(resident.value()),
                        jdbc -> jdbc.sql("SELECT count(*) FROM consent." + table + " WHERE resident_id <> :r")
                                .param("r", resident.value())
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "access_request",
                "access_grant",
                "case_assignment",
                "emergency",
                "breach",
                "relation",
                "asking",
                "use_count",
                "found_breach"
            })
    void theWorkspaceFaceSeesNothingWithoutAPartyNotEvenWithAResident(String table) {
        var face = databases.workspaceFace();

        assertThat(RowSecurityTests.<Long>as(face, Map.of(), jdbc -> count(jdbc, table)))
                .isZero();
        assertThat(RowSecurityTests.<Long>as(face, resident(resident.value()), jdbc -> count(jdbc, table)))
                .isZero();
    }

    @ParameterizedTest(name = "{1} sees {2} rows of {0} of this resident")
    @CsvSource({
        "access_request,  anouk,   1",
        "access_request,  bram,    1",
        "access_request,  manager, 0",
        "access_grant,    anouk,   1",
        "access_grant,    bram,    0",
        "access_grant,    manager, 0",
        "case_assignment, anouk,   1",
        "case_assignment, bram,    0",
        "case_assignment, manager, 1",
        "emergency,       anouk,   1",
        "emergency,       bram,    0",
        "emergency,       manager, 0",
        "breach,          anouk,   0",
    })
    void theWorkspaceFaceSeesWhatIsForThisParty(String table, String who, long rows) {
        var party = Map.of("anouk", anouk, "bram", bram, "manager", manager).get(who);

        assertThat(RowSecurityTests.<Long>as(databases.workspaceFace(), party(party), jdbc -> count(jdbc, table)))
                .isEqualTo(rows);
    }

    @Test
    void aTeamSeesAGrantOnlyWhenItIsForTheTeam() {
        var colleague = professional(Role.CM);
        assertThat(RowSecurityTests.<Long>as(
                        databases.workspaceFace(), party(colleague), jdbc -> count(jdbc, "access_grant")))
                .isZero();

        var terms = new Terms(Set.of(Section.GELD), Set.of(Right.READ), SPRING, true);
        var request = workspace(() -> requests.ask(
                anouk,
                new RequestId(UUID.randomUUID()),
                new NewRequest(
                        resident,
                        terms,
                        new Purpose("Samen met u uw geld op orde krijgen."),
                        IF_NO,
                        Optional.empty())));
        grants.give(me(), request.id(), terms, SHOWN);

        assertThat(RowSecurityTests.<Long>as(
                        databases.workspaceFace(), party(colleague), jdbc -> count(jdbc, "access_grant")))
                .isEqualTo(1);
        assertThat(RowSecurityTests.<Long>as(
                        databases.workspaceFace(), party(bram), jdbc -> count(jdbc, "access_grant")))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent_record", "due", "ledger_entry", "audit_pending"})
    void theWorkspaceFaceCannotLookInto(String table) {
        denied(() -> as(databases.workspaceFace(), party(anouk), jdbc -> count(jdbc, table)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"relation", "asking", "audit_pending"})
    void theResidentFaceCannotLookInto(String table) {
        denied(() -> as(databases.residentFace(), resident(resident.value()), jdbc -> count(jdbc, table)));
    }

    @Test
    void theWorkspaceFaceCanLockAGrantAndNotChangeIt() {
        var face = databases.workspaceFace();

        assertThat(RowSecurityTests.<List<UUID>>as(
                        face,
                        party(anouk),
                        jdbc -> jdbc.sql("SELECT grant_id FROM consent.access_grant FOR SHARE")
                                .query(UUID.class)
                                .list()))
                .hasSize(1);
        denied(() -> as(
                face,
                party(anouk),
                jdbc -> jdbc.sql("UPDATE consent.access_grant SET row_version = row_version + 1")
                        .update()));
        denied(() -> as(
                face,
                party(anouk),
                jdbc -> jdbc.sql("UPDATE consent.access_grant SET valid_until = 'infinity'")
                        .update()));
        denied(() -> as(
                face,
                party(anouk),
                jdbc -> jdbc.sql("UPDATE consent.access_grant SET state = 'ACTIEF'")
                        .update()));
        denied(() -> as(
                face,
                party(anouk),
                jdbc -> jdbc.sql("DELETE FROM consent.access_grant").update()));
    }

    @Test
    void theWorkspaceFaceCannotGiveItselfAGrantNorAnswerARequest() {
        var face = databases.workspaceFace();

        denied(() -> as(face, party(bram), jdbc -> jdbc.sql("""
                        INSERT INTO consent.access_grant (resident_id, grant_id, request_id, party_id, sections, may_add,
                            team_shared, last_day, purpose, valid_from, valid_until, state, state_since, row_version)
                        SELECT resident_id, gen_random_uuid(), gen_random_uuid(), party_id, sections, true, false, last_day,
                            purpose, now(), 'infinity', 'ACTIEF', now(), 0 FROM consent.access_request""").update()));
        denied(() -> as(
                face,
                party(bram),
                jdbc -> jdbc.sql("UPDATE consent.access_request SET state = 'GEGEVEN'")
                        .update()));
        denied(() -> as(
                face,
                party(bram),
                jdbc -> jdbc.sql("UPDATE consent.access_request SET sections = '{1,2,3}'")
                        .update()));
    }

    @Test
    void theWorkspaceFaceCannotAskInAnothersName() {
        denied(() -> as(
                databases.workspaceFace(),
                party(bram),
                jdbc -> jdbc.sql("""
                        INSERT INTO consent.access_request (resident_id, request_id, party_id, sections, may_add, team_shared,
                            last_day, purpose, what_if_no, asked_at, expires_at, state, state_since, row_version)
                        SELECT resident_id, gen_random_uuid(), :anouk, sections, may_add, team_shared, last_day, purpose,
                            what_if_no, asked_at, expires_at, state, state_since, 0 FROM consent.access_request""").param("anouk", anouk.id().value()).update()));
    }

    @Test
    void theWorkspaceFaceCannotAssignACaseToItself() {
        denied(() -> as(
                databases.workspaceFace(), party(manager), jdbc -> jdbc.sql("""
                        INSERT INTO consent.case_assignment (resident_id, assignment_id, party_id, assigned_by, statute,
                            sections, valid_from, valid_until, last_day, row_version)
                        SELECT resident_id, gen_random_uuid(), assigned_by, assigned_by, statute, sections, valid_from,
                            valid_until, last_day, 0 FROM consent.case_assignment""").update()));
    }

    @Test
    void nobodyJudgesTheirOwnEmergencyNorOpensOneForAnother() {
        var face = databases.workspaceFace();

        denied(() -> as(
                face,
                party(anouk),
                jdbc -> jdbc.sql("UPDATE consent.emergency SET state = 'GERECHTVAARDIGD', reviewer = :other,"
                                + " judged_at = now(), judged_words = ''::bytea")
                        .param("other", bram.id().value())
                        .update()));
        denied(() -> as(
                face,
                party(bram),
                jdbc -> jdbc.sql("""
                        INSERT INTO consent.emergency (resident_id, emergency_id, party_id, reason, sections, why, asked_at,
                            state)
                        VALUES (:resident, gen_random_uuid(), :anouk, 'ANDERS', '{21}', '', now(), 'AANGEVRAAGD')""")
                        .param("resident", resident.value())
                        .param("anouk", anouk.id().value())
                        .update()));
        assertThat(RowSecurityTests.<Integer>as(
                        face,
                        party(bram),
                        jdbc -> jdbc.sql("UPDATE consent.emergency SET ended_at = now()")
                                .update()))
                .isZero();
        denied(() -> as(
                databases.residentFace(),
                resident(resident.value()),
                jdbc -> jdbc.sql("UPDATE consent.emergency SET state = 'ACTIEF'")
                        .update()));
    }

    @Test
    void noFaceCanReviveACaseOrHideARelationOfSomebodyElse() {
        as(
                databases.workspaceFace(),
                party(manager),
                jdbc -> jdbc.sql("UPDATE consent.case_assignment SET ended_at = now()")
                        .update());
        denied(() -> as(
                databases.workspaceFace(),
                party(manager),
                jdbc -> jdbc.sql("UPDATE consent.case_assignment SET ended_at = NULL")
                        .update()));
        assertThat(RowSecurityTests.<Integer>as(
                        databases.workspaceFace(),
                        party(anouk),
                        jdbc -> jdbc.sql("DELETE FROM consent.relation").update()))
                .isZero();
    }

    @Test
    void noFaceCanChangeOrDropALineOfTheLedgerOrWriteInAnothers() {
        for (var face : List.of(databases.residentFace(), databases.workspaceFace())) {
            denied(() -> as(
                    face,
                    party(anouk),
                    jdbc -> jdbc.sql("UPDATE consent.ledger_entry SET body = ''::bytea")
                            .update()));
            denied(() -> as(
                    face,
                    party(anouk),
                    jdbc -> jdbc.sql("DELETE FROM consent.ledger_entry").update()));
            denied(() -> as(
                    face,
                    party(anouk),
                    jdbc -> jdbc.sql("DELETE FROM consent.audit_pending").update()));
            denied(() -> as(face, party(anouk), jdbc -> jdbc.sql("""
                            INSERT INTO consent.ledger_entry (resident_id, seq, event_id, at, commitment, body)
                            VALUES (gen_random_uuid(), 1, gen_random_uuid(), now(), sha256(''), '')""").update()));
        }
    }

    @Test
    void aJobSeesOnlyTheListOfDueWork() {
        var job = Map.of("app.job", "due");
        var face = databases.residentFace();

        assertThat(RowSecurityTests.<Long>as(face, job, jdbc -> count(jdbc, "due")))
                .isPositive();
        assertThat(RowSecurityTests.<Integer>as(
                        face, job, jdbc -> jdbc.sql("DELETE FROM consent.due").update()))
                .isZero();
        for (var table :
                List.of("access_request", "access_grant", "case_assignment", "consent_record", "ledger_entry")) {
            assertThat(RowSecurityTests.<Long>as(face, job, jdbc -> count(jdbc, table)))
                    .as(table)
                    .isZero();
        }
        denied(() -> as(databases.workspaceFace(), job, jdbc -> count(jdbc, "due")));
    }

    @Test
    void aScopeEndsWithItsTransaction() {
        transaction().executeWithoutResult(status -> {
            scope.enter(resident);
            assertThat(count(JdbcClient.create(dataSource), "access_grant")).isPositive();
        });

        transaction()
                .executeWithoutResult(status -> assertThat(count(JdbcClient.create(dataSource), "access_grant"))
                        .isZero());
        assertThatThrownBy(() -> scope.enter(resident)).isInstanceOf(IllegalStateException.class);
    }

    @Autowired
    DataSource dataSource;

    @Test
    void whatTheOwnerLooksUpIsToldToTheFacesOnlyAndByNothingThatCanBeTricked() {
        var functions = superuser().sql("""
                        SELECT proname || ' ' || array_to_string(proconfig, ' ') || ' ' || array_to_string(proacl, ' ')
                        FROM pg_proc WHERE pronamespace = 'consent'::regnamespace AND prosecdef""").query(String.class).list();

        var closed =
                " search_path=pg_catalog, pg_temp ve_owner=X/ve_owner ve_resident=X/ve_owner ve_workspace=X/ve_owner";
        assertThat(functions).containsExactlyInAnyOrder("owner_of" + closed, "held_by" + closed);
    }

    @Test
    void whoAsksWhatAProgramHoldsHearsOfThatProgramAndThatResidentAndSeesNoMoreThanBefore() {
        var program = professional(Role.CO);
        var grant = given(program, read(VERHAAL));
        given(professional(Role.CM), read(VERHAAL));

        for (var face : List.of(databases.residentFace(), databases.workspaceFace())) {
            assertThat(RowSecurityTests.<List<Object>>as(
                            face,
                            Map.of(),
                            jdbc -> List.of(
                                    held(jdbc, resident.value(), program),
                                    held(jdbc, UUID.randomUUID(), program),
                                    jdbc.sql("SELECT coalesce(current_setting('app.told', true), '')")
                                            .query(String.class)
                                            .single(),
                                    count(jdbc, "access_grant"))))
                    .containsExactly(List.of(grant.id().value()), List.of(), "", 0L);
        }
        assertThat(RowSecurityTests.<Long>as(databases.owner(), Map.of(), jdbc -> count(jdbc, "access_grant")))
                .isZero();
    }

    private static List<UUID> held(JdbcClient jdbc, UUID resident, Actor.Professional by) {
        return jdbc.sql("SELECT grant_id FROM consent.held_by(:whose, ARRAY[:by]::uuid[], now())")
                .param("whose", resident)
                .param("by", by.id().value())
                .query(UUID.class)
                .list();
    }

    @Test
    void whoAsksWhoseAnIdIsSeesNoMoreThanBefore() {
        var grant = given(professional(Role.CM), read(VERHAAL));

        for (var face : List.of(databases.residentFace(), databases.workspaceFace())) {
            assertThat(RowSecurityTests.<List<Object>>as(
                            face,
                            Map.of(),
                            jdbc -> List.of(
                                    jdbc.sql("SELECT consent.owner_of(:id)")
                                            .param("id", grant.id().value())
                                            .query(UUID.class)
                                            .single(),
                                    jdbc.sql("SELECT coalesce(current_setting('app.named', true), '')")
                                            .query(String.class)
                                            .single(),
                                    count(jdbc, "access_grant"))))
                    .containsExactly(resident.value(), "", 0L);
        }
        assertThat(RowSecurityTests.<Long>as(databases.owner(), Map.of(), jdbc -> count(jdbc, "access_grant")))
                .isZero();
    }
}
