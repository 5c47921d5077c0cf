package nl.bench.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.bench.services.Installation;
import nl.devservices.postgres.PostgresServer;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Sealing;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Grants by the million: the rows that the services made of one grant, again and again for others. Ids, days and the
 * sealed purpose are of each; boxes and keys are those of the first, as long as real ones, and open nothing.
 */
final class ManyGrants {

    private static final int A_COPY = 20_000;
    private static final String STAGE = """
            CREATE TEMP TABLE made (resident_id uuid, grant_id uuid, request_id uuid, party_id uuid, purpose bytea)""";
    private static final String GRANTS = """
            INSERT INTO consent.access_grant (resident_id, grant_id, request_id, party_id, team, sections, may_add,
                team_shared, last_day, purpose, valid_from, valid_until, state, state_since, row_version)
            SELECT made.resident_id, made.grant_id, made.request_id, made.party_id, team, sections, may_add, team_shared,
                DATE '%1$s', made.purpose, valid_from - interval '40 days', TIMESTAMPTZ '%2$s', state,
                state_since - interval '40 days', row_version
            FROM made, (SELECT * FROM consent.access_grant WHERE grant_id = '%3$s') AS first""";
    private static final List<String> ENDS_AND_KEYS = List.of("""
            INSERT INTO consent.due (resident_id, kind, subject_id, due_at)
            SELECT resident_id, 'GRANT_ENDS', grant_id, TIMESTAMPTZ '%2$s' FROM made""", """
            INSERT INTO dossier.grant_box (resident_id, grant_id, key_id, sections, last_day, suite, sealed)
            SELECT made.resident_id, made.grant_id, key_id, sections, DATE '%1$s', suite, sealed
            FROM made, (SELECT * FROM dossier.grant_box WHERE grant_id = '%3$s') AS first""", """
            INSERT INTO dossier.grant_secret (resident_id, grant_id, root_version, suite, wrapped, label)
            SELECT made.resident_id, made.grant_id, root_version, suite, wrapped, label
            FROM made, (SELECT * FROM dossier.grant_secret WHERE grant_id = '%3$s') AS first""", """
            INSERT INTO dossier.grant_section_key (resident_id, grant_id, section, epoch, suite, wrapped)
            SELECT made.resident_id, made.grant_id, section, epoch, suite, wrapped
            FROM made, (SELECT * FROM dossier.grant_section_key WHERE grant_id = '%3$s') AS first""");
    private static final String LEASES = """
            INSERT INTO keystore.grant_lease (resident_id, grant_id, kek, branch_version, suite, wrapped, last_day)
            SELECT made.resident_id, made.grant_id, kek, branch_version, suite, wrapped, DATE '%1$s'
            FROM made, (SELECT * FROM keystore.grant_lease WHERE grant_id = '%3$s') AS first""";

    private final Installation installation;
    private final Sealing sealing;
    private final Grant first;

    /** One that was made. */
    record Made(ResidentId resident, GrantId grant, PartyId to) {}

    /** @param first what the others are made after */
    ManyGrants(Installation installation, Sealing sealing, Grant first) {
        this.installation = installation;
        this.sealing = sealing;
        this.first = first;
    }

    /**
     * With keys, and on the list of what the clock has to do.
     *
     * @param lastDay of each
     * @param who the resident and the professional of each number
     */
    List<Made> whole(int count, LocalDate lastDay, IntFunction<Made> who) throws SQLException, IOException {
        try (var main = installation.connect(PostgresServer.MAIN);
                var keys = installation.connect(PostgresServer.KEYSTORE)) {
            var made = add(main, count, lastDay, who);
            for (var table : ENDS_AND_KEYS) {
                execute(main, in(table, lastDay));
            }
            execute(keys, STAGE);
            copy(keys, made);
            execute(keys, in(LEASES, lastDay));
            execute(main, "ANALYZE");
            execute(keys, "ANALYZE");
            return made;
        }
    }

    /** Only what the decision looks at. */
    List<Made> bare(int count, LocalDate lastDay, IntFunction<Made> who) throws SQLException, IOException {
        try (var main = installation.connect(PostgresServer.MAIN)) {
            var made = add(main, count, lastDay, who);
            execute(main, "ANALYZE consent.access_grant");
            return made;
        }
    }

    /** The rows of these, in another database too. */
    void alsoIn(String database, List<Made> made) throws SQLException, IOException {
        var rows = new ByteArrayOutputStream();
        var grants = made.stream().map(one -> "'" + one.grant + "'").collect(Collectors.joining(","));
        try (var main = installation.connect(PostgresServer.MAIN);
                var other = installation.connect(database)) {
            copying(main)
                    .copyOut(
                            "COPY (SELECT * FROM consent.access_grant WHERE grant_id IN (" + grants + ")) TO STDOUT",
                            rows);
            copying(other).copyIn("COPY consent.access_grant FROM STDIN", new ByteArrayInputStream(rows.toByteArray()));
            execute(other, "ANALYZE consent.access_grant");
        }
    }

    private static CopyManager copying(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private List<Made> add(Connection main, int count, LocalDate lastDay, IntFunction<Made> who)
            throws SQLException, IOException {
        var made = IntStream.range(0, count).mapToObj(who).toList();
        execute(main, STAGE);
        copy(main, made);
        execute(main, in(GRANTS, lastDay));
        return made;
    }

    private String in(String sql, LocalDate lastDay) {
        return sql.formatted(lastDay, CalendarDays.endOf(lastDay), first.id());
    }

    private void copy(Connection connection, List<Made> made) throws SQLException, IOException {
        var copying = copying(connection).copyIn("COPY made FROM STDIN");
        for (var from = 0; from < made.size(); from += A_COPY) {
            var rows = new StringBuilder();
            made.subList(from, Math.min(made.size(), from + A_COPY)).forEach(one -> rows.append(row(one)));
            var bytes = rows.toString().getBytes(UTF_8);
            copying.writeToCopy(bytes, 0, bytes.length);
        }
        copying.endCopy();
    }

    private String row(Made made) {
        var purpose = sealing.seal(
                Sealing.Kind.DIRECTORY,
                made.resident.value(),
                "consent.access_grant/" + made.grant + "/purpose",
                first.purpose().text().getBytes(UTF_8));
        return "%s\t%s\t%s\t%s\t\\\\x%s\n"
                .formatted(
                        made.resident,
                        made.grant,
                        UUID.randomUUID(),
                        made.to,
                        HexFormat.of().formatHex(purpose));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
