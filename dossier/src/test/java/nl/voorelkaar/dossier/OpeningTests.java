package nl.voorelkaar.dossier;

import static nl.voorelkaar.consent.Section.GEZONDHEID;
import static nl.voorelkaar.consent.Section.VERHAAL;
import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.LedgerEvent.Kind;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.vault.KeyBroker;
import nl.voorelkaar.dossier.vault.LockedGrant;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What opening one entry asks of the databases: as much of its speed as does not depend on a machine. */
class OpeningTests {

    private final DossierWorld world = DossierWorld.shared();
    private final Dossiers werkplek = world.workspace.dossiers();
    private final Actor.Resident fatma = world.resident("Fatma");
    private final Actor.Professional anouk = world.professional("Anouk Meijer", Role.CO);
    private final Entry entry = world.writes(fatma, VERHAAL, "Even te zien");

    @Test
    void anEntryIsOpenedWithFourQuestions() {
        world.grants(fatma, anouk, world.toRead(VERHAAL));
        // What a process remembers for five minutes is there after the first time.
        werkplek.find(anouk, fatma.id(), entry.id());

        var asked = statements(
                () -> assertThat(werkplek.find(anouk, fatma.id(), entry.id())).isEqualTo(entry));

        // Facts; the entry with what the grant has; the line, committed; what the keystore has. Each is a transaction
        // of its own, so each is one round trip.
        assertThat(asked).hasSize(4);
        assertThat(asked.get(0)).contains("consent.known");
        assertThat(asked.get(1)).contains("dossier.sealed_entry");
        assertThat(asked.get(2)).contains("consent.add_next_line");
        assertThat(asked.get(3)).contains("keystore.grant_lease");
        assertThat(world.log(fatma, Kind.READ)).hasSize(2);
    }

    @Test
    void whoOpenedItBeforeOpensNothingOnceItIsStopped() {
        var grant = world.grants(fatma, anouk, world.toRead(VERHAAL));
        werkplek.find(anouk, fatma.id(), entry.id());
        werkplek.find(anouk, fatma.id(), entry.id());

        world.stops(fatma, grant);

        assertRefused(() -> werkplek.find(anouk, fatma.id(), entry.id()));
    }

    @Test
    void whatIsRemovedIsNotOpenedAndTheLogSaysSo() {
        world.grants(fatma, anouk, world.toRead(VERHAAL));

        world.resident.dossiers().remove(fatma, fatma.id(), entry.id());

        assertRefused(() -> werkplek.find(anouk, fatma.id(), entry.id()));
        assertThat(world.log(fatma, Kind.READ)).isNotEmpty();
    }

    @Test
    void whatIsStoppedBetweenTheLookAndTheLineIsNotOpened() {
        var grant = world.grants(fatma, anouk, world.toRead(VERHAAL));
        werkplek.find(anouk, fatma.id(), entry.id());

        lookingAt(anouk, fatma, entry, grant, () -> {});
        assertRefused(() -> lookingAt(anouk, fatma, entry, grant, () -> world.stops(fatma, grant)));

        assertThat(world.log(fatma, Kind.READ)).hasSize(3);
    }

    @Test
    void whoFallsBetweenTheLookAndTheLineHasNothingAndTheLogSaysNothing() {
        var grant = world.grants(fatma, anouk, world.toRead(VERHAAL));

        assertThatThrownBy(() -> lookingAt(anouk, fatma, entry, grant, () -> {
                    throw new IllegalStateException("the process ends here");
                }))
                .hasMessage("the process ends here");

        assertThat(world.log(fatma, Kind.READ)).isEmpty();
        assertThat(werkplek.find(anouk, fatma.id(), entry.id())).isEqualTo(entry);
    }

    @Test
    void whatTheKeystoreNoLongerHasIsNotOpenedThoughTheLineIsThere() {
        var grant = world.grants(fatma, anouk, world.toRead(VERHAAL));
        werkplek.find(anouk, fatma.id(), entry.id());

        world.past(world.databases.keysSuperuser())
                .sql("delete from keystore.grant_lease where grant_id = :grant")
                .param("grant", grant.id().value())
                .update();

        assertRefused(() -> werkplek.find(anouk, fatma.id(), entry.id()));
        assertThat(world.log(fatma, Kind.READ)).hasSize(2);
    }

    @Test
    void nothingIsOpenedWhenTheLineIsRefused() {
        world.grants(fatma, anouk, world.toRead(VERHAAL));
        werkplek.find(anouk, fatma.id(), entry.id());
        var sql = world.past(world.databases.superuser());
        sql.sql("alter table consent.ledger_entry add constraint full_up check (resident_id <> '" + fatma.id()
                        + "') not valid")
                .update();
        try {
            assertThatThrownBy(() -> statements(() -> werkplek.find(anouk, fatma.id(), entry.id())))
                    .isInstanceOf(DataIntegrityViolationException.class);
        } finally {
            sql.sql("alter table consent.ledger_entry drop constraint full_up").update();
        }

        assertThat(world.log(fatma, Kind.READ)).hasSize(1);
        assertThat(werkplek.find(anouk, fatma.id(), entry.id())).isEqualTo(entry);
        assertThat(gapless(fatma)).isTrue();
    }

    @Test
    void whoReadsAtOnceEachHaveALineWithANumberOfItsOwn() throws Exception {
        var readers = new ArrayList<Callable<Void>>();
        for (var reader = 0; reader < 4; reader++) {
            world.grants(fatma, anouk, world.toRead(VERHAAL));
            readers.add(() -> {
                for (var time = 0; time < 15; time++) {
                    assertThat(werkplek.find(anouk, fatma.id(), entry.id())).isEqualTo(entry);
                }
                return null;
            });
        }
        // The resident's own process writes in between.
        readers.add(() -> {
            for (var time = 0; time < 15; time++) {
                world.resident.dossiers().find(fatma, fatma.id(), entry.id());
            }
            return null;
        });

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var reader : threads.invokeAll(readers)) {
                reader.get();
            }
        }

        assertThat(world.log(fatma, Kind.READ)).hasSize(5 * 15);
        assertThat(gapless(fatma)).isTrue();
    }

    @Test
    void whoLooksPastTheApplicationSeesNoMoreThanRowSecurityShows() {
        var grant = world.grants(fatma, anouk, world.toRead(VERHAAL));
        var workspace = world.past(world.databases.workspaceFace());

        assertThat(kinds(
                        workspace,
                        fatma,
                        entry,
                        "{" + VERHAAL.number() + "}",
                        grant.id().toString()))
                .contains("entry", "box", "key");
        assertThat(kinds(workspace, fatma, entry, "{}", "")).isEmpty();
        assertThat(kinds(
                        workspace,
                        fatma,
                        entry,
                        "{" + GEZONDHEID.number() + "}",
                        grant.id().toString()))
                .isEmpty();
        assertThat(workspace
                        .sql("select coalesce(current_setting('app.resident', true), '')")
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    private static List<String> kinds(
            JdbcClient sql, Actor.Resident resident, Entry entry, String readable, String grant) {
        return sql.sql("""
                        select kind from dossier.sealed_entry(:resident, :entry, :resident, '', '', cast(:readable as integer[]),
                            cast(:grants as uuid[]))
                        """)
                .param("resident", resident.id().value())
                .param("entry", entry.id().value())
                .param("readable", readable)
                .param("grants", "{" + grant + "}")
                .query(String.class)
                .list();
    }

    /** Something happens after the entry was looked up, and before the line. */
    private void lookingAt(Actor.Professional reader, Actor.Resident whose, Entry entry, Grant by, Runnable meanwhile) {
        var found = world.workspace.bean(KeyBroker.class).openFound(reader, whose.id(), grounds -> {
            var locked = new LockedGrant();
            world.workspace
                    .bean(JdbcClient.class)
                    .sql("""
                            select * from dossier.sealed_entry(:resident, :entry, :resident, '', '', array[:section],
                                array[:grant]::uuid[]) where kind <> 'entry'
                            """)
                    .param("resident", whose.id().value())
                    .param("entry", entry.id().value())
                    .param("section", VERHAAL.number())
                    .param("grant", by.id().value())
                    .query(locked::add);
            meanwhile.run();
            return Optional.of(new KeyBroker.Seen<>(entry, VERHAAL, locked));
        });
        found.orElseThrow().keys().close();
    }

    private boolean gapless(Actor.Resident resident) {
        return world.past(world.databases.superuser())
                .sql("""
                        select count(*) = max(e.seq) and max(e.seq) = max(h.last_seq)
                        from consent.ledger_entry e join consent.ledger_head h using (resident_id)
                        where resident_id = :resident
                        """)
                .param("resident", resident.id().value())
                .query(Boolean.class)
                .single();
    }

    private static List<String> statements(Runnable work) {
        var here = Thread.currentThread().getName();
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        logger.addAppender(heard);
        try {
            work.run();
        } finally {
            logger.detachAppender(heard);
            logger.setLevel(null);
            logger.setAdditive(true);
        }
        return heard.list.stream()
                .filter(event -> event.getThreadName().equals(here))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.startsWith("Executing prepared SQL statement"))
                .toList();
    }
}
