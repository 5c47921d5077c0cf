package nl.voorelkaar.portal.resident;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ViewPackages(packages = {"nl.voorelkaar.portal.resident", "nl.voorelkaar.portal.open", "nl.voorelkaar.portal.ui"})
class AbsentTests extends AtHome {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"bestaat-niet", "mijn/bestaat-niet", "mijn/dossier/bericht/geen-nummer"})
    void aPageThatIsNotThereStandsInTheFrameWithTheMenu(String path) {
        go(path);
        assertThat(textOf("not-found"))
                .contains("Deze pagina is er niet")
                .contains("Misschien is het adres niet goed.");
        assertThat(screen()).contains("Mijn dossier", "Wie kan kijken", "Wie keek er", "Fatima el Amrani");
    }

    @Test
    void whatIsRefusedReadsTheSameAsWhatIsNotThere() {
        go("mijn/bestaat-niet");
        var absent = screen();
        go("mijn/dossier/bericht/" + UUID.randomUUID());
        assertThat(screen()).isEqualTo(absent);
    }

    @Test
    void thereIsOneEnglishText() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        go("mijn/bestaat-niet");
        assertThat(textOf("not-found")).contains("This page is not there").contains("The address may be wrong.");
    }

    @Test
    void thePhoneNumberCanBeCalledWithATap() {
        go("mijn/bestaat-niet");
        assertThat(everything(handle("not-found"))
                        .filter(part -> "tel:140999".equals(part.getElement().getAttribute("href"))))
                .hasSize(1);
    }
}
