package nl.voorelkaar.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link ScreenWatch} on a page of a real session; the test does what {@link Ticker} does. */
class AttachedScreensTests {

    private final House house = House.running();
    private final AttachedScreens screens = new AttachedScreens();
    private final Component view = new Span("wat alleen met toestemming te zien is");
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private UI page;
    private VaadinSession session;

    @BeforeEach
    void somebodyOpensAPage() {
        var browser = new Browser(house.residentFace());
        browser.signIn("/oauth2/authorization/digid", "P01", "substantieel");
        browser.getJson("/?v-r=init&location=mijn&query=");
        var id = browser.cookie("VE_INWONER").orElseThrow().getValue();
        var http = house.resident.getBean(OpenSessions.class).now().stream()
                .map(OpenSession::http)
                .filter(open -> open.getId().equals(id))
                .findFirst()
                .orElseThrow();
        session = VaadinSession.getAllSessions(http).iterator().next();
        session.accessSynchronously(() -> page = session.getUIs().iterator().next());
    }

    @Test
    void contentStaysAsLongAsTheAnswerIsYes() throws InterruptedException {
        var once = new CountDownLatch(1);
        show();
        watch(() -> {
            asked.incrementAndGet();
            once.countDown();
            return true;
        });

        screens.check();

        assertThat(once.await(10, TimeUnit.SECONDS)).isTrue();
        session.accessSynchronously(() -> assertThat(view.isAttached()).isTrue());
        assertThat(closed).hasValue(0);
    }

    @Test
    void contentGoesOnceAfterTheFirstNoAndNobodyIsAskedAgain() throws InterruptedException {
        var locks = new ArrayList<Boolean>();
        var gone = new CountDownLatch(1);
        show();
        session.accessSynchronously(() -> screens.watch(
                view,
                () -> {
                    asked.incrementAndGet();
                    locks.add(session.hasLock());
                    return false;
                },
                () -> {
                    locks.add(session.hasLock());
                    page.removeAll();
                    closed.incrementAndGet();
                    gone.countDown();
                }));

        screens.check();
        assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
        screens.check();

        assertThat(asked).hasValue(1);
        assertThat(closed).hasValue(1);
        assertThat(locks).as("asked without the page's lock, closed with it").isEqualTo(List.of(false, true));
    }

    @Test
    void anAnswerThatFailsIsANo() throws InterruptedException {
        var gone = new CountDownLatch(1);
        show();
        session.accessSynchronously(() -> screens.watch(
                view,
                () -> {
                    throw new IllegalStateException("the database is away");
                },
                gone::countDown));

        screens.check();

        assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aViewThatLeftTheScreenIsNotAskedAbout() {
        show();
        watch(() -> asked.incrementAndGet() > 0);
        session.accessSynchronously(() -> page.removeAll());

        screens.check();

        assertThat(asked).hasValue(0);
    }

    @Test
    void aViewThatComesBackIsWatchedAgainOnce() throws InterruptedException {
        var askedAgain = new CountDownLatch(1);
        watch(() -> {
            asked.incrementAndGet();
            askedAgain.countDown();
            return false;
        });
        show();
        session.accessSynchronously(() -> page.removeAll());
        show();

        screens.check();

        assertThat(askedAgain.await(10, TimeUnit.SECONDS)).isTrue();
        screens.check();
        assertThat(asked).hasValue(1);
    }

    private void show() {
        session.accessSynchronously(() -> page.add(view));
    }

    private void watch(Supplier<Boolean> stillAllowed) {
        session.accessSynchronously(() -> screens.watch(view, stillAllowed, closed::incrementAndGet));
    }
}
