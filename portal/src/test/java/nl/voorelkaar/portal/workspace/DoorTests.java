package nl.voorelkaar.portal.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import nl.voorelkaar.portal.access.SignedIn;
import org.junit.jupiter.api.Test;

/** Who comes in: professionals who signed in, on every page and in the frame around it, which has its own door. */
class DoorTests {

    @Test
    void everyPageAndItsFrameAreForProfessionalsOnly() {
        var pages = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("nl.voorelkaar.portal.workspace")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Route.class))
                        .toList();

        assertThat(pages).hasSizeGreaterThanOrEqualTo(7);
        for (var page : pages) {
            assertThat(roles(page.reflect())).as(page.getName()).containsExactly(SignedIn.PROFESSIONAL);
            assertThat(roles(frame(page))).as(page.getName()).containsExactly(SignedIn.PROFESSIONAL);
        }
    }

    private static Class<?> frame(JavaClass page) {
        return page.reflect().getAnnotation(Route.class).layout();
    }

    private static List<String> roles(Class<?> type) {
        var rule = type.getAnnotation(RolesAllowed.class);
        return rule == null ? List.of() : List.of(rule.value());
    }
}
