package nl.voorelkaar.portal.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import java.util.Arrays;
import java.util.HashSet;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.portal.ui.FaceFrame;
import nl.voorelkaar.portal.ui.Shell;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MenuTests extends AtDesk {

    @Autowired
    private FaceFrame frame;

    @Test
    void everyPageStandsInThePlaceThatItBelongsToForARoleThatHasIt() {
        var places = new HashSet<String>();
        var pages = RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .map(RouteData::getTemplate)
                .filter(page -> page.startsWith(WorkspacePaths.HOME + "/"))
                .toList();
        assertThat(pages).contains(WorkspacePaths.ASK + "/:found");

        assertThat(pages).allSatisfy(page -> {
            var found = Arrays.stream(Role.values())
                    .flatMap(role -> {
                        desk.actor = Desk.professional(role);
                        return frame.plan().placeOf("/" + page).stream();
                    })
                    .map(Shell.Place::path)
                    .distinct()
                    .toList();
            assertThat(found).hasSize(1).doesNotContain("/" + WorkspacePaths.HOME);
            places.addAll(found);
        });
        assertThat(places).contains("/" + WorkspacePaths.REQUESTS);
    }
}
