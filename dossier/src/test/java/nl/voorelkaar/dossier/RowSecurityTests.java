package nl.voorelkaar.dossier;

import static nl.voorelkaar.consent.Section.GEZONDHEID;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static nl.voorelkaar.dossier.DossierWorld.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Capacity;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.RowScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database itself shows to each face's role, past the application. */
class RowSecurityTests {

    private static final List<String> OF_A_RESIDENT = List.of(
            "dossier.entry",
            "dossier.entry_version",
            "dossier.document",
            "dossier.document_chunk",
            "dossier.stored_bytes",
            "dossier.share_code",
            "dossier.resident");

    private final DossierWorld world = DossierWorld.shared();
    private Actor.Resident fatma;
    private Actor.Resident hassan;

    @BeforeEach
    void twoResidentsWithADossier() throws Exception {
        fatma = dossier("Fatma");
        hassan = dossier("Hassan");
    }

    private Actor.Resident dossier(String name) throws Exception {
        var actor = world.resident(name);
        world.writes(actor, VERHAAL, "Eén");
        world.writes(actor, GEZONDHEID, "Twee");
        world.resident
                .documents()
                .add(
                        actor,
                        actor.id(),
                        newId(),
                        world.about(VERHAAL, "Drie", ""),
                        "drie.txt",
                        new ByteArrayInputStream("drie".getBytes(StandardCharsets.UTF_8)));
        world.resident.bean(ShareCodes.class).current(actor);
        return actor;
    }

    @Test
    void withoutAScopeNoTableShowsARow() {
        for (var face : List.of(world.databases.residentFace(), world.databases.workspaceFace())) {
            for (var table : OF_A_RESIDENT) {
                assertThat(count(JdbcClient.create(face), table, "resident_id"))
                        .as(table)
                        .isZero();
            }
            assertThat(count(JdbcClient.create(face), "dossier.resident_index", "resident_id"))
                    .isZero();
        }
    }

    @Test
    void whoActsForAResidentIsShownNoRowOfWhatIsKeptApart() throws Exception {
        var entry = newId();
        var about = world.about(VERHAAL, "Apart", "");
        world.resident
                .documents()
                .add(
                        fatma,
                        fatma.id(),
                        entry,
                        new NewEntry(about.section(), about.title(), about.text(), about.date(), true),
                        "apart.txt",
                        new ByteArrayInputStream("apart".getBytes(StandardCharsets.UTF_8)));
        var carer = new Actor.Acting(
                PersonId.of(hassan.id()),
                fatma.id(),
                new Capacity.Mandated(new MandateId(UUID.randomUUID())),
                hassan.level(),
                hassan.signedInAt(),
                hassan.assertion());

        for (var table : List.of("dossier.entry", "dossier.entry_version", "dossier.document")) {
            inScope(
                    world.resident,
                    scope -> scope.enter(fatma.id()),
                    sql -> assertThat(of(sql, table, entry)).as(table).isOne());
            inScope(
                    world.resident,
                    scope -> scope.enter(carer, Set.of(VERHAAL)),
                    sql -> assertThat(of(sql, table, entry)).as(table).isZero());
        }
    }

    private static int of(JdbcClient sql, String table, EntryId entry) {
        return sql.sql("select count(*) from " + table + " where entry_id = :entry")
                .param("entry", entry.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void aResidentsScopeShowsThatResidentOnly() {
        var face = world.resident;
        inScope(face, scope -> scope.enter(fatma.id()), sql -> {
            for (var table : OF_A_RESIDENT) {
                assertThat(residentsIn(sql, table))
                        .as(table)
                        .containsExactly(fatma.id().toString());
            }
        });
    }

    @Test
    void aProfessionalsScopeShowsTheSectionsAtHandOnly() {
        var anouk = world.professional("Anouk", Role.CO);
        inScope(world.workspace, scope -> scope.enter(anouk, fatma.id(), Set.of(VERHAAL)), sql -> {
            for (var table :
                    List.of("dossier.entry", "dossier.entry_version", "dossier.document", "dossier.document_chunk")) {
                assertThat(sql.sql("select distinct resident_id || ' ' || section from " + table)
                                .query(String.class)
                                .list())
                        .as(table)
                        .containsExactly(fatma.id() + " " + VERHAAL.number());
            }
            assertThat(count(sql, "dossier.share_code", "resident_id")).isZero();
        });
        inScope(
                world.workspace,
                scope -> scope.enter(anouk, fatma.id()),
                sql -> assertThat(count(sql, "dossier.entry", "resident_id"))
                        .as("a scope without sections")
                        .isZero());
    }

    @Test
    void aFaceWritesNoRowsOutsideItsScope() {
        var anouk = world.professional("Anouk", Role.CO);
        var insert = """
                insert into dossier.entry (resident_id, entry_id, section, version, created_at, changed_at)
                values ('%s', gen_random_uuid(), %d, 1, now(), now())""";
        assertThatThrownBy(() -> inScope(
                        world.resident,
                        scope -> scope.enter(fatma.id()),
                        sql -> sql.sql(insert.formatted(hassan.id(), VERHAAL.number()))
                                .update()))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> inScope(
                        world.workspace,
                        scope -> scope.enter(anouk, fatma.id(), Set.of(VERHAAL)),
                        sql -> sql.sql(insert.formatted(fatma.id(), GEZONDHEID.number()))
                                .update()))
                .hasStackTraceContaining("row-level security");
        inScope(world.resident, scope -> scope.enter(fatma.id()), sql -> {
            assertThat(sql.sql("delete from dossier.entry where resident_id = '" + hassan.id() + "'")
                            .update())
                    .isZero();
            assertThat(sql.sql("update dossier.entry set version = 9 where resident_id = '" + hassan.id() + "'")
                            .update())
                    .isZero();
        });
    }

    @Test
    void theWorkspaceReadsNoProfileAndDestroysNothing() {
        var anouk = world.professional("Anouk", Role.CO);
        for (var statement : List.of(
                "select profile from dossier.resident",
                "select bsn from dossier.resident",
                "select sealed from dossier.share_code",
                "delete from dossier.entry",
                "delete from dossier.entry_version",
                "update dossier.entry_version set version = version",
                "delete from dossier.document_chunk",
                "update dossier.document_chunk set bytes = bytes",
                "truncate dossier.entry cascade",
                "alter table dossier.entry disable row level security",
                "set role ve_owner")) {
            assertThatThrownBy(() -> inScope(
                            world.workspace,
                            scope -> scope.enter(anouk, fatma.id(), Set.of(VERHAAL)),
                            sql -> sql.sql(statement).query().listOfRows()))
                    .as(statement)
                    .hasStackTraceContaining("ERROR");
        }
    }

    @Test
    void everyTableEnforcesRowSecurityAlsoForItsOwner() {
        assertThat(JdbcClient.create(world.databases.superuser())
                        .sql("""
                                select relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
                                 where nspname = 'dossier' and relkind = 'r' and relname <> 'flyway_schema_history'
                                   and not (relrowsecurity and relforcerowsecurity)
                                """)
                        .query(String.class)
                        .list())
                .isEmpty();
        for (DataSource face : List.of(world.databases.residentFace(), world.databases.workspaceFace())) {
            assertThat(JdbcClient.create(face).sql("""
                                    select rolsuper or rolbypassrls
                                        or exists (select from pg_class where relowner = pg_roles.oid)
                                      from pg_roles where rolname = current_user
                                    """).query(Boolean.class).single())
                    .isFalse();
        }
    }

    private static long count(JdbcClient sql, String table, String column) {
        return sql.sql("select count(" + column + ") from " + table)
                .query(Long.class)
                .single();
    }

    private static List<String> residentsIn(JdbcClient sql, String table) {
        return sql.sql("select distinct resident_id::text from " + table)
                .query(String.class)
                .list();
    }

    private interface Entering {
        void enter(RowScope scope);
    }

    private interface Looking {
        void look(JdbcClient sql);
    }

    private static void inScope(DossierWorld.RunningFace face, Entering entering, Looking looking) {
        new TransactionTemplate(face.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            status.setRollbackOnly();
            entering.enter(face.bean(RowScope.class));
            looking.look(face.bean(JdbcClient.class));
        });
    }

    @Test
    void theOwnerOfAnIdIsToldToTheFacesOnlyAndByNothingThatCanBeTricked() {
        var functions = world.past(world.databases.superuser())
                .sql("""
                        select proname || ' ' || array_to_string(proconfig, ' ') || ' ' || array_to_string(proacl, ' ')
                          from pg_proc where pronamespace = 'dossier'::regnamespace and prosecdef""")
                .query(String.class)
                .list();

        assertThat(functions)
                .containsExactly("owner_of search_path=pg_catalog, pg_temp ve_owner=X/ve_owner ve_resident=X/ve_owner"
                        + " ve_workspace=X/ve_owner");
        for (var table : OF_A_RESIDENT) {
            assertThat(count(JdbcClient.create(world.databases.owner()), table, "resident_id"))
                    .as(table)
                    .isZero();
        }
    }
}
