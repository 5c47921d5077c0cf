package nl.voorelkaar.dossier.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import nl.voorelkaar.dossier.deadline.BadFacts.Problem;
import nl.voorelkaar.dossier.deadline.BadFacts.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTextTests {

    @Test
    void readsWhatPeopleWrite() {
        assertThat(Facts.read("regel=beslissing-op-bezwaar&vanaf=2026-04-13&commissie=true&verdaagd=ja"
                        + "&opgeschortVan=2026-04-20&opgeschortTot=2026-05-04"))
                .isEqualTo(Facts.of(Rule.DECISION_ON_OBJECTION, LocalDate.of(2026, 4, 13))
                        .withAdvice()
                        .extended()
                        .suspended(Suspension.asked(LocalDate.of(2026, 4, 20), LocalDate.of(2026, 5, 4))));
    }

    @Test
    void whatIsEmptyOrDeniedSaysNothing() {
        assertThat(Facts.read("regel=bezwaar&vanaf=2026-03-02&commissie=false&verdaagd=nee&dagen=&opgeschortVan="))
                .isEqualTo(Facts.of(Rule.OBJECTION, LocalDate.of(2026, 3, 2)));
    }

    @Test
    void aMomentIsOnTheClockOfTheNetherlandsUnlessItSaysOtherwise() {
        assertThat(Facts.read("regel=bezwaar&vanaf=2026-10-10T00:10").day()).isEqualTo(LocalDate.of(2026, 10, 10));
        assertThat(Facts.read("regel=bezwaar&vanaf=2026-10-09T22:10Z").day()).isEqualTo(LocalDate.of(2026, 10, 10));
        assertThat(Facts.read("regel=bezwaar&vanaf=2026-10-10T00:10+02:00").day())
                .isEqualTo(LocalDate.of(2026, 10, 10));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    vanaf=2026-03-02, regel, MISSING
                    regel=verzonnen&vanaf=2026-03-02, regel, UNKNOWN_RULE
                    regel=bezwaar, vanaf, MISSING
                    regel=bezwaar&vanaf=, vanaf, MISSING
                    regel=bezwaar&vanaf=2026-02-30, vanaf, NOT_A_DAY
                    regel=bezwaar&vanaf=2027-02-29, vanaf, NOT_A_DAY
                    regel=bezwaar&vanaf=2-3-2026, vanaf, NOT_A_DAY
                    regel=bezwaar&vanaf=20260302, vanaf, NOT_A_DAY
                    regel=bezwaar&vanaf=1999-12-31, vanaf, YEAR_TOO_FAR
                    regel=bezwaar&vanaf=2101-01-01, vanaf, YEAR_TOO_FAR
                    regel=bezwaar&vanaf=+999999999-01-01, vanaf, YEAR_TOO_FAR
                    regel=bezwaar&vanaf=-0044-03-15, vanaf, YEAR_TOO_FAR
                    regel=bezwaar&vanaf=99999-01-01, vanaf, YEAR_TOO_FAR
                    regel=bezwaar&vanaf=2026-03-02&vanaf=2026-03-03, vanaf, TWICE
                    regel=bezwaar&vanaf=2026-03-02T25:00, vanaf, NOT_A_MOMENT
                    regel=datalek&vanaf=2026-03-02, vanaf, NOT_A_MOMENT
                    regel=bezwaar&vanaf=2026-03-02&vannaf=2026-03-02, vannaf, UNKNOWN_FIELD
                    regel=bezwaar&vanaf=2026-03-02&commissie=ja, commissie, NOT_OF_THIS_RULE
                    regel=klacht&vanaf=2026-03-02&commissie=ja, commissie, NOT_OF_THIS_RULE
                    regel=klacht&vanaf=2026-03-02&adviseur=misschien, adviseur, NOT_YES_OR_NO
                    regel=klacht&vanaf=2026-03-02&verdaagdMet=5, verdaagdMet, TOO_MANY
                    regel=bedenktermijn&vanaf=2026-03-02&dagen=-1, dagen, TOO_FEW
                    regel=bedenktermijn&vanaf=2026-03-02&dagen=31, dagen, TOO_MANY
                    regel=bedenktermijn&vanaf=2026-03-02&dagen=99999999999999999999, dagen, TOO_MANY
                    regel=bedenktermijn&vanaf=2026-03-02&dagen=veertien, dagen, NOT_A_NUMBER
                    regel=bedenktermijn&vanaf=2026-03-02&dagen=1.5, dagen, NOT_A_NUMBER
                    regel=beschikking-wmo&vanaf=2026-03-02&opgeschortTot=2026-03-09, opgeschortVan, MISSING
                    regel=beschikking-wmo&vanaf=2026-03-02&opgeschortVan=2026-03-09&opgeschortTot=2026-03-08, opgeschortTot, TOO_EARLY
                    regel=beschikking-wmo&vanaf=2026-03-02&opgeschortVan=2026-03-09&opgeschortWegens=zomaar, opgeschortWegens, NOT_A_CAUSE
                    regel=bezwaar&vanaf=2026-03-02&storingVan=2026-04-13T10:00, storingTot, MISSING
                    regel=bezwaar&vanaf=2026-03-02&storingVan=2026-04-13T10:00&storingTot=2026-04-13T09:00, storingTot, TOO_EARLY
                    regel=bezwaar&vanaf=2026-03-02&eersteVerzending=2026-03-03, vanaf, TOO_EARLY
                    regel=beslissing-op-bezwaar&vanaf=2026-03-02&uitgesteldTot=2026-03-01, uitgesteldTot, TOO_EARLY
                    """)
    void namesTheFieldThatIsWrong(String line, String field, Reason reason) {
        assertThat(refused(line)).containsExactly(new Problem(field, reason));
    }

    @Test
    void namesEveryFieldThatIsWrongOnce() {
        assertThat(refused("regel=beschikking-wmo&vanaf=2026-02-30&dagen=x&opgeschortTot=gisteren"))
                .containsExactlyInAnyOrder(
                        new Problem("vanaf", Reason.NOT_A_DAY),
                        new Problem("dagen", Reason.NOT_OF_THIS_RULE),
                        new Problem("opgeschortVan", Reason.MISSING));
    }

    @Test
    void isNotWornOutByALongLine() {
        var line = "regel=beschikking-wmo&vanaf=2026-03-02"
                + "&opgeschortVan=2026-03-03&opgeschortTot=2026-03-05".repeat(50);
        assertThat(refused(line)).containsExactly(new Problem("opgeschortVan", Reason.TOO_MANY));
    }

    @Test
    void repeatsNothingOfWhatWasFilledIn() {
        var bad = catchThrowableOfType(BadFacts.class, () -> Facts.read("regel=bezwaar&vanaf=jansen-123456782"));
        assertThat(bad).hasMessageNotContaining("jansen");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    regel=dwangsom, vanaf, MISSING
                    regel=dwangsom&dagen=-1, dagen, TOO_FEW
                    regel=dwangsom&dagen=10001, dagen, TOO_MANY
                    regel=dwangsom&vanaf=2026-02-30, vanaf, NOT_A_DAY
                    regel=dwangsom&dagen=3&besluit=2026-06-20, vanaf, MISSING
                    regel=dwangsom&vanaf=2026-06-03&besluit=2026-06-02, besluit, TOO_EARLY
                    regel=dwangsom&vanaf=2026-06-03&besluit=2026-07-02&dagen=3, dagen, NOT_OF_THIS_RULE
                    regel=dwangsom&vanaf=2026-06-03&commissie=ja, commissie, UNKNOWN_FIELD
                    """)
    void namesWhatIsWrongAboutAPenalty(String line, String field, Reason reason) {
        assertThat(catchThrowableOfType(BadFacts.class, () -> PenaltyFacts.read(Fields.of(line)))
                        .problems())
                .containsExactly(new Problem(field, reason));
    }

    private static List<Problem> refused(String line) {
        return catchThrowableOfType(BadFacts.class, () -> Facts.read(line)).problems();
    }
}
