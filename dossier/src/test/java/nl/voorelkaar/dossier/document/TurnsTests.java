package nl.voorelkaar.dossier.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.voorelkaar.dossier.DocumentRefused;
import org.junit.jupiter.api.Test;

class TurnsTests {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Turns turns = new Turns(2, 3, 2);

    @Test
    void onePersonGoesOneAtATimeAndAnotherIsNotKeptWaiting() {
        try (var fatma = turns.take("fatma", LONG)) {
            assertBusy("fatma", Duration.ZERO);
            try (var hassan = turns.take("hassan", Duration.ZERO)) {
                assertThat(hassan).isNotSameAs(fatma);
                assertBusy("anouk", Duration.ZERO);
            }
        }
        turns.take("fatma", Duration.ZERO).close();
    }

    @Test
    void whoStillReceivesLeavesRoomForOthersButNotForThemselves() {
        try (var fatma = turns.take("fatma", LONG);
                var hassan = turns.take("hassan", LONG)) {
            fatma.makeRoom();
            fatma.makeRoom();
            assertBusy("fatma", Duration.ZERO);
            turns.take("anouk", Duration.ZERO).close();
            try (var bram = turns.take("bram", Duration.ZERO)) {
                assertBusy("anouk", Duration.ZERO);
                assertThat(bram).isNotSameAs(hassan);
            }
        }
    }

    @Test
    void whoComesWithManyFilesIsToldSoAtOnce() throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = turns.take("fatma", LONG);
            var waiting = new ArrayList<Future<?>>();
            for (int more = 0; more < 2; more++) {
                waiting.add(people.submit(taken("fatma")));
            }
            waiting(2);
            assertBusy("fatma", LONG);
            first.close();
            for (var turn : waiting) {
                turn.get();
            }
        }
    }

    @Test
    void theLineIsShort() throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor();
                var _ = turns.take("fatma", LONG)) {
            var hassan = turns.take("hassan", LONG);
            var waiting = new ArrayList<Future<?>>();
            for (var name : new String[] {"anouk", "bram"}) {
                waiting.add(people.submit(taken(name)));
            }
            waiting(2);
            assertBusy("gerard", LONG);
            hassan.close();
            for (var turn : waiting) {
                turn.get();
            }
        }
    }

    private Callable<Void> taken(String person) {
        return () -> {
            turns.take(person, LONG).close();
            return null;
        };
    }

    private void waiting(int people) {
        while (turns.waiting() < people) {
            Thread.onSpinWait();
        }
    }

    private void assertBusy(String person, Duration patience) {
        assertThatThrownBy(() -> turns.take(person, patience))
                .isInstanceOfSatisfying(
                        DocumentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(DocumentRefused.Reason.BUSY));
    }
}
