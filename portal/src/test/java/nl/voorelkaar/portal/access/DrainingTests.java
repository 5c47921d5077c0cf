package nl.voorelkaar.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A node that is asked to stop tells the people on it, and keeps them until they are done. */
class DrainingTests {

    private final House house = House.running();
    private final Browser browser = new Browser(house.residentFace());
    private final OpenSessions here = new OpenSessions();
    private final Draining draining =
            new Draining(here, house.resident.getBean(Screens.class), house.clock(), Duration.ofMinutes(2));

    @Test
    void saysOnceOnEachPageUntilWhenItStaysAndThenLeadsToWhereIsToldWhy() {
        browser.signIn("/oauth2/authorization/digid", "P02", "substantieel");
        browser.getJson("/?v-r=init&location=mijn&query=");
        var session = OpenSession.of(house.sessionOf(browser)).orElseThrow();
        here.add(session);

        draining.announce(house.clock().instant().plusSeconds(120));
        draining.announce(house.clock().instant().plusSeconds(121));

        await().untilAsserted(() -> assertThat(notices(session)).hasSize(1));
        assertThat(session.ending(house.clock().instant())).isEmpty();

        draining.leave();

        assertThat(session.ending(house.clock().instant())).contains(OpenSession.Ending.UPGRADE);
        assertThat(browser.post("/?v-r=uidl&v-uiId=0", "application/json", "").body())
                .contains("\"url\":\"" + OpenSession.Ending.UPGRADE.page() + "\"");
    }

    private List<String> notices(OpenSession session) {
        var found = new ArrayList<String>();
        house.resident
                .getBean(Screens.class)
                .each(
                        session,
                        ui -> ui.getChildren()
                                .filter(there ->
                                        there.getId().filter("upgrade"::equals).isPresent())
                                .map(Component::getElement)
                                .forEach(notice -> found.add(notice.getTextRecursively())));
        return found;
    }
}
