package nl.voorelkaar.dossier.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DeadlineSettingsTests {

    private final ApplicationContextRunner house =
            new ApplicationContextRunner().withUserConfiguration(DeadlineConfiguration.class);

    @Test
    void aMunicipalityThatSetsNothingHasTheUsualPolicyAndTheAmountsOfTheLaw() {
        house.run(context -> {
            var deadlines = context.getBean(Deadlines.class);
            assertThat(deadlines.policy()).isEqualTo(DeadlinePolicy.USUAL);
            assertThat(deadlines.rates().over(LocalDate.of(2026, 6, 18), 42)).isEqualByComparingTo("1442");
        });
    }

    @Test
    void aMunicipalityChoosesItsBedenktermijnAndKeepsUpWithTheAmounts() {
        house.withPropertyValues(
                        "voorelkaar.deadlines.cooling-off-days=5",
                        "voorelkaar.deadlines.cooling-off-rolls=false",
                        "voorelkaar.deadlines.penalty-rates[0].valid-from=2030-01-01",
                        "voorelkaar.deadlines.penalty-rates[0].first=25",
                        "voorelkaar.deadlines.penalty-rates[0].second=38",
                        "voorelkaar.deadlines.penalty-rates[0].third=50",
                        "voorelkaar.deadlines.penalty-rates[0].source=a decree")
                .run(context -> {
                    var deadlines = context.getBean(Deadlines.class);
                    assertThat(deadlines
                                    .of(Rule.COOLING_OFF, LocalDate.of(2026, 11, 3))
                                    .lastDay())
                            .isEqualTo(LocalDate.of(2026, 11, 8));
                    assertThat(deadlines.rates().over(LocalDate.of(2030, 6, 18), 1))
                            .isEqualByComparingTo("25");
                });
    }

    @Test
    void whatTheOperatorWroteDownOfTheDayOnWhichThePortalWasDownCounts() {
        house.withPropertyValues(
                        "voorelkaar.deadlines.outages[0].from=2026-04-13T18:00:00Z",
                        "voorelkaar.deadlines.outages[0].until=2026-04-13T20:00:00Z")
                .run(context -> assertThat(context.getBean(Deadlines.class)
                                .of(Rule.OBJECTION, LocalDate.of(2026, 3, 2))
                                .lastDay())
                        .isEqualTo(LocalDate.of(2026, 4, 14)));
    }

    @Test
    void aBedenktermijnOfMoreThanThirtyDaysKeepsTheHouseShut() {
        house.withPropertyValues("voorelkaar.deadlines.cooling-off-days=31")
                .run(context -> assertThat(context).hasFailed());
    }
}
