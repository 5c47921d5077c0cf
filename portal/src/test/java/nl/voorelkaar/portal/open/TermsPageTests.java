package nl.voorelkaar.portal.open;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Rule;
import nl.voorelkaar.portal.AtAScreen;
import nl.voorelkaar.portal.Partly;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Form;
import nl.voorelkaar.portal.ui.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** The calculator on a screen. */
@ViewPackages(packages = {"nl.voorelkaar.portal.open", "nl.voorelkaar.portal.ui"})
@ContextConfiguration(classes = TermsPageTests.Door.class)
@TestPropertySource(properties = "voorelkaar.face=resident")
class TermsPageTests extends AtAScreen {

    @Test
    void showsTheTermsThatPeopleLookFor() {
        go("");
        assertThat(screen())
                .contains("Termijnen uitrekenen", "Bezwaar maken", "Dwangsom bij een te laat besluit")
                .doesNotContain("!terms");
    }

    @Test
    void showsTheLastDayOfAnAddressWithEveryStep() {
        go("regel=bezwaar&vanaf=2026-02-23");

        assertThat(textOf("term-last-day")).contains("dinsdag 7 april 2026");
        assertThat(textOf("deadline-steps"))
                .contains(
                        "6 weken later is maandag 6 april 2026.",
                        "Maandag 6 april 2026 is tweede paasdag.",
                        "Algemene termijnenwet artikel 3 lid 1",
                        "U kunt bezwaar maken tot en met dinsdag 7 april 2026, 24.00 uur.");
        assertThat(((HasValue<?, ?>) handle("term-vanaf")).getValue()).hasToString("2026-02-23");
    }

    @Test
    void aFilledInFormBecomesAnAddressThatCanBeKept() {
        go("regel=beslissing-op-bezwaar");
        assertThat(handles("term-outcome")).isEmpty();
        fill("term-vanaf", "2026-04-13");
        fill("term-opgeschortVan", "2026-04-20");
        fill("term-opgeschortTot", "2026-05-04");
        submit();

        var address = UI.getCurrent().getInternals().getActiveViewLocation();
        assertThat(address.getPath()).isEqualTo("termijnen");
        assertThat(address.getQueryParameters().getParameters())
                .isEqualTo(Map.of(
                        "regel", List.of("beslissing-op-bezwaar"),
                        "vanaf", List.of("2026-04-13"),
                        "opgeschortVan", List.of("2026-04-20"),
                        "opgeschortTot", List.of("2026-05-04")));
        assertThat(textOf("term-outcome"))
                .contains("maandag 8 juni 2026", "Wij willen eerder klaar zijn: op vrijdag 5 juni 2026.");
    }

    @Test
    void saysWhatIsMissing() {
        go("regel=bezwaar");
        submit();

        assertThat(textOf("errors")).contains("Er klopt 1 ding nog niet", "Vul een dag in.");
        assertThat(handles("term-outcome")).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAnAddress() {
        go("regel=bedenktermijn&vanaf=2026-02-30&dagen=31");

        assertThat(textOf("errors"))
                .contains("Er kloppen 2 dingen nog niet", "Deze dag bestaat niet.", "Dit getal is te hoog.");
    }

    @Test
    void anUnknownTermLeadsToTheOnesThatThereAre() {
        go("regel=verzonnen");
        assertThat(screen()).contains("Deze termijn kennen wij niet.", "Bezwaar maken");
    }

    @Test
    void whatOthersAddToAnAddressIsLeftAlone() {
        go("regel=bezwaar&vanaf=2026-03-02&utm_source=brief");
        assertThat(textOf("term-last-day")).contains("maandag 13 april 2026");
    }

    @Test
    void showsWhatATooLateDecisionCosts() {
        go("regel=dwangsom&vanaf=2026-06-03&beslistermijn=2026-06-01");
        assertThat(textOf("term-outcome")).contains("€ 1.442", "donderdag 18 juni 2026");
        go("regel=dwangsom&vanaf=2026-06-01&beslistermijn=2026-06-01");
        assertThat(textOf("term-outcome"))
                .contains("De ingebrekestelling kwam te vroeg. Stuur een nieuwe, vanaf dinsdag 2 juni 2026.");
        go("regel=dwangsom&dagen=20");
        assertThat(textOf("term-last-day")).contains("€ 532");
    }

    @Test
    void saysThatATermStandsStill() {
        go("regel=beschikking-wmo&vanaf=2026-11-02&opgeschortVan=2026-11-05");
        assertThat(textOf("term-outcome")).contains("De termijn staat stil");
        assertThat(handles("term-last-day")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyTermHasItsWordsInBothLanguages(Rule rule) {
        for (var language : List.of(Words.DUTCH, Locale.ENGLISH)) {
            UI.getCurrent().setLocale(language);
            UI.getCurrent().navigate("uitgelogd");
            go("regel=" + rule.code() + "&vanaf=2026-10-05");
            assertThat(screen()).doesNotContain("!terms");
            if (!rule.timed()) {
                assertThat(handles("deadline-steps")).hasSize(1);
                assertThat(everything(UI.getCurrent()).filter(Form.class::isInstance))
                        .hasSize(1);
            }
        }
    }

    @Test
    void everyTermStandsOnAShelfExceptThoseInHours() {
        go("");
        var links = everything(UI.getCurrent())
                .map(component -> component.getElement().getAttribute("href"))
                .filter(Objects::nonNull)
                .filter(link -> link.startsWith("/termijnen?regel="))
                .map(link -> link.substring(link.indexOf('=') + 1));
        assertThat(links)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Rule.values())
                        .filter(rule -> !rule.timed())
                        .map(Rule::code)
                        .toList());
    }

    private void go(String query) {
        UI.getCurrent()
                .navigate("termijnen", query.isEmpty() ? QueryParameters.empty() : QueryParameters.fromString(query));
        roundTrip();
    }

    private void submit() {
        var form = everything(UI.getCurrent())
                .filter(Form.class::isInstance)
                .findFirst()
                .orElseThrow();
        form.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(form.getElement(), "submit", JacksonUtils.createObjectNode()));
        roundTrip();
    }

    @Configuration
    static class Door extends Ground {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-10-05T07:00:00Z"), ZoneOffset.UTC);
        }

        @Bean
        Deadlines deadlines() {
            return Deadlines.usual();
        }

        @Bean
        SignedIn signedIn() {
            return Partly.as(SignedIn.class, new Object() {
                public boolean anyone() {
                    return false;
                }
            });
        }
    }
}
