package nl.voorelkaar.portal.resident;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import java.util.List;
import nl.voorelkaar.portal.ui.FaceFrame;
import nl.voorelkaar.portal.ui.Shell;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MenuTests extends AtHome {

    @Autowired
    private FaceFrame frame;

    /** A complaint is about the municipality as a whole: it is reached from the foot of every page. */
    private static final List<String> IN_NO_PLACE = List.of("mijn/klacht", "mijn/klacht/:complaint");

    @Test
    void everyPageStandsInThePlaceThatItBelongsToAndOnlyTheFirstPageInTheFirst() {
        var pages = RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .map(RouteData::getTemplate)
                .filter(page -> page.startsWith("mijn") && !IN_NO_PLACE.contains(page))
                .toList();
        assertThat(pages).contains("mijn", "mijn/melding", "mijn/bezwaar/:bezwaar");

        assertThat(pages)
                .allSatisfy(page -> assertThat(frame.plan().placeOf("/" + page).map(Shell.Place::path))
                        .get()
                        .asString()
                        .satisfies(place -> assertThat(place.equals("/mijn")).isEqualTo(page.equals("mijn"))));
        assertThat(frame.plan().placeOf("/mijn/bezwaar/1").map(Shell.Place::path))
                .contains("/mijn/besluiten");
        assertThat(frame.plan().placeOf("/mijn/klacht")).isEmpty();
    }
}
