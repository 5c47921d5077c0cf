package nl.voorelkaar.portal.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.devservices.postgres.TestPostgres;
import nl.devservices.postgres.TestPostgres.Databases;
import nl.voorelkaar.portal.PortalSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With a role that row-level security does not hold, a face does not start. */
class DatabaseRoleTests {

    private final Databases databases =
            TestPostgres.shared().databases("portal_only", fresh -> PortalSchema.migrate(fresh.owner()));
    private final JdbcClient superuser = JdbcClient.create(databases.superuser());

    @AfterEach
    void theMightyOneLeaves() {
        superuser.sql("reassign owned by ve_resident to ve_owner").update();
        superuser.sql("drop role if exists machtig").update();
    }

    @Test
    void theRolesOfTheFacesAreFine() {
        assertThatCode(() -> check(databases.residentFace())).doesNotThrowAnyException();
        assertThatCode(() -> check(databases.workspaceFace())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource
    void neitherASuperuserNorTheOwnerIsLetIn(Function<Databases, DataSource> role) {
        assertTooMighty(role.apply(databases));
    }

    static Stream<Function<Databases, DataSource>> neitherASuperuserNorTheOwnerIsLetIn() {
        return Stream.of(Databases::superuser, Databases::owner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BYPASSRLS", "CREATEROLE"})
    void noRoleThatCanGetPastRowSecurityIsLetIn(String might) {
        superuser.sql("create role machtig login password 'machtig' " + might).update();

        assertTooMighty(mighty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ve_owner", "postgres"})
    void noRoleThatCanTakeTheRoleOfAMightyOneIsLetIn(String other) {
        superuser
                .sql("create role machtig login password 'machtig' in role " + other)
                .update();

        assertTooMighty(mighty());
    }

    @Test
    void aFaceThatOwnsOneTableIsNotLetIn() {
        superuser.sql("alter table portal.notice owner to ve_resident").update();

        assertTooMighty(databases.residentFace());
    }

    private DataSource mighty() {
        var source = (PGSimpleDataSource) databases.residentFace();
        source.setUser("machtig");
        source.setPassword("machtig");
        return source;
    }

    private static void assertTooMighty(DataSource source) {
        assertThatIllegalStateException().isThrownBy(() -> check(source)).withMessageContaining("too mighty");
    }

    private static void check(DataSource source) {
        new DatabaseRole(JdbcClient.create(source)).run(new DefaultApplicationArguments());
    }
}
