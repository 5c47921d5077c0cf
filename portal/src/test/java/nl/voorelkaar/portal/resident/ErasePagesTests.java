package nl.voorelkaar.portal.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Terms;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ErasePagesTests extends AtHome {

    @Autowired
    private MemoryErasures erasures;

    @Test
    void whatGoesAndWhatStaysIsSaidBeforeAnythingIsErasedAndThenThereIsAWayBack() {
        life.given.add(life.grant(
                new Terms(Set.of(Section.GEZONDHEID), Set.of(Right.READ), LocalDate.of(2026, 12, 31), false),
                Grant.State.ACTIEF));
        go("mijn/rechten");
        fill("erase-what", "gezondheid");
        press("erase-start");
        assertThat(screen())
                .contains("Wissen: Gezondheid")
                .contains("zeven dagen")
                .contains("Bram Visser")
                .contains("Wmo artikel 5.3.4")
                .contains("Uw logboek");
        life.recently = false;
        press("erase-confirm");
        assertThat(life.signInsAsked).containsExactly("/mijn/rechten/wissen?deel=gezondheid");
        assertThat(erasures.of(life.actor)).isEmpty();
        life.recently = true;
        press("erase-confirm");
        assertThat(erasures.of(life.actor))
                .singleElement()
                .satisfies(one -> assertThat(one.sections()).isEqualTo(Set.of(Section.GEZONDHEID)));
        assertThat(textOf("erase-state")).contains("Wij wissen Gezondheid op");
        press("erase-keep");
        assertThat(textOf("erase-state")).contains("U hebt zich bedacht");
        assertThat(sees("erase-now")).isFalse();
        go("mijn/rechten");
        assertThat(textOf("erasure")).contains("Er is niets gewist");
    }

    @Test
    void theProofSaysWhatWentAndUntilWhenBackupsMayHoldIt() {
        go("mijn/rechten/wissen");
        assertThat(screen()).contains("heel Mijn deel").contains("formulieren");
        press("erase-confirm");
        press("erase-now");
        assertThat(textOf("erase-state")).contains("Heel Mijn deel is gewist");
        assertThat(textOf("erase-receipt"))
                .contains("Fatima el Amrani")
                .contains("tot en met maandag 9 november 2026")
                .contains("Na donderdag 12 november 2026")
                .contains(erasures.of(life.actor).getFirst().id().toString());
        assertThat(sees("erase-receipt-pdf")).isTrue();
    }

    @Test
    void theOverviewSaysThatItWillBeErasedAndThatItWas() {
        go("mijn/rechten/wissen");
        press("erase-confirm");
        go("mijn");
        assertThat(screen()).contains("U laat iets wissen").contains("dit wordt gewist op");
        go("mijn/rechten/wissen/" + erasures.of(life.actor).getFirst().id());
        press("erase-now");
        go("mijn");
        assertThat(screen()).doesNotContain("U laat iets wissen").contains("Gewist, zoals u vroeg");
    }
}
