package nl.voorelkaar.dossier;

import static nl.voorelkaar.consent.Section.VERHAAL;
import static nl.voorelkaar.dossier.DossierWorld.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import nl.voorelkaar.consent.LedgerEvent.Kind;
import nl.voorelkaar.consent.Role;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What opening one entry asks of the databases: as much of its speed as does not depend on a machine. */
class OpeningTests {

    private final DossierWorld world = DossierWorld.shared();
    private final Dossiers werkplek = world.workspace.dossiers();

    @Test
    void anEntryIsOpenedWithThirteenStatements() {
        var fatma = world.resident("Fatma");
        var anouk = world.professional("Anouk Meijer", Role.CO);
        var entry = world.writes(fatma, VERHAAL, "Even te zien");
        world.grants(fatma, anouk, world.toRead(VERHAAL));
        // What a process remembers for five minutes is there after the first time.
        werkplek.find(anouk, fatma.id(), entry.id());

        var asked = statements(
                () -> assertThat(werkplek.find(anouk, fatma.id(), entry.id())).isEqualTo(entry));

        // Look: scope, facts, scope of content, text. Decide: scope, facts. Line: scope, number, rows, count. Keys:
        // scope, boxes,
        // halves.
        assertThat(asked).hasSize(13);
        assertThat(world.log(fatma, Kind.READ)).hasSize(2);
    }

    @Test
    void whoOpenedItBeforeOpensNothingOnceItIsStopped() {
        var fatma = world.resident("Fatma");
        var anouk = world.professional("Anouk Meijer", Role.CO);
        var entry = world.writes(fatma, VERHAAL, "Even te zien");
        var grant = world.grants(fatma, anouk, world.toRead(VERHAAL));
        werkplek.find(anouk, fatma.id(), entry.id());
        werkplek.find(anouk, fatma.id(), entry.id());

        world.stops(fatma, grant);

        assertRefused(() -> werkplek.find(anouk, fatma.id(), entry.id()));
    }

    @Test
    void whatIsRemovedIsNotOpenedAndTheLogSaysSo() {
        var fatma = world.resident("Fatma");
        var anouk = world.professional("Anouk Meijer", Role.CO);
        var entry = world.writes(fatma, VERHAAL, "Even te zien");
        world.grants(fatma, anouk, world.toRead(VERHAAL));

        world.resident.dossiers().remove(fatma, fatma.id(), entry.id());

        assertRefused(() -> werkplek.find(anouk, fatma.id(), entry.id()));
        assertThat(world.log(fatma, Kind.READ)).isNotEmpty();
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
