package nl.devservices.local.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TemplateTests {

    @Test
    void findsEveryBundleAndFillsInEveryText() {
        assertThat(Template.bundles()).contains("dossier.paper.paper", "dossier.seal.seal");
        assertThat(Template.bundles())
                .allSatisfy(bundle -> assertThat(Template.in(bundle))
                        .isNotEmpty()
                        .allSatisfy(template -> {
                            assertThat(template.example(Locale.of("nl")).plain())
                                    .doesNotContainPattern("\\{[a-z]");
                            assertThat(template.example(Locale.ENGLISH).plain()).doesNotContainPattern("\\{[a-z]");
                        }));
    }
}
