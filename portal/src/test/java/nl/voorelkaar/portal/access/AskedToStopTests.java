package nl.voorelkaar.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.support.GenericApplicationContext;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** The signal with which a machine asks a node to stop. */
class AskedToStopTests {

    private static final Signal STOP = new Signal("TERM");
    private static final Pattern PUSH_ID = Pattern.compile("\"Vaadin-Push-ID\"\\s*:\\s*\"([^\"]+)\"");

    private final House house = House.running();
    private final Browser browser = new Browser(house.residentFace());
    private final OpenSessions here = new OpenSessions();
    private final GenericApplicationContext node = new GenericApplicationContext();
    private final CompletableFuture<ReadinessState> readiness = new CompletableFuture<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();

    @BeforeEach
    void aNodeThatIsServing() {
        node.addApplicationListener(event -> {
            if (event instanceof AvailabilityChangeEvent<?> change && change.getState() instanceof ReadinessState now) {
                readiness.complete(now);
            }
        });
        node.refresh();
        new AskedToStop(finishing(Duration.ofMinutes(2)), node, ended::complete).listen();
    }

    @AfterEach
    void asBefore() {
        Signal.handle(STOP, SignalHandler.SIG_DFL);
        node.close();
    }

    @Test
    void peopleAreToldOverTheSocketOfTheirPageAndTheNodeEndsWhenTheyAreDone() {
        browser.signIn("/oauth2/authorization/digid", "P02", "substantieel");
        var page = browser.getJson("/?v-r=init&location=mijn&query=").body();
        var heard = browser.listen(
                PUSH_ID.matcher(page).results().findFirst().orElseThrow().group(1));
        var session = OpenSession.of(house.sessionOf(browser)).orElseThrow();
        here.add(session);

        Signal.raise(STOP);

        await().untilAsserted(() -> assertThat(heard).anyMatch(text -> text.contains("Wij werken dit systeem bij")));
        assertThat(readiness).isCompletedWithValue(ReadinessState.REFUSING_TRAFFIC);
        assertThat(ended).isNotDone();

        here.remove(session);

        await().untilAsserted(() -> assertThat(ended).isCompletedWithValue(AskedToStop.ENDED));
    }

    @Test
    void aNodeThatGivesNobodyTimeIsLeftToTheMachine() {
        var before = Signal.handle(STOP, SignalHandler.SIG_DFL);

        new AskedToStop(finishing(Duration.ZERO), node, ended::complete).listen();

        assertThat(Signal.handle(STOP, before)).isSameAs(SignalHandler.SIG_DFL);
    }

    private Draining finishing(Duration longest) {
        return new Draining(here, house.resident.getBean(Screens.class), house.clock(), longest, Duration.ofMillis(1));
    }
}
