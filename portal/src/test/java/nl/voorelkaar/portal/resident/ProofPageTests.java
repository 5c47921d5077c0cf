package nl.voorelkaar.portal.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProofPageTests extends AtHome {

    @Test
    void theLogSaysUntilWhenItIsWholeAndLeadsToTheProof() {
        go("mijn/logboek");

        assertThat(textOf("log-sealed-until")).contains("Volledig tot maandag 5 oktober 2026 om 9.00 uur");
        assertThat(handle("log-proof").getElement().getAttribute("href")).isEqualTo("/mijn/bewijs");
    }

    @Test
    void theProofCanBeTakenAndItsStandKept() {
        go("mijn/bewijs");

        assertThat(handle("proof-download").getElement().getAttribute("href")).isNotBlank();
        assertThat(textOf("proof-state-code")).contains("VE1-12-");
        assertThat(screen()).contains("eerste 12 regels").contains("3f2a-91c0-77de-0b14");
    }

    @Test
    void theVerifiersCanBeTakenToo() {
        go("mijn/bewijs");

        for (var verifier : List.of("proof-verifier-page", "proof-verifier-program")) {
            assertThat(handle(verifier).getElement().hasAttribute("download")).isTrue();
        }
        assertThat(handle("proof-verifier-page").getElement().getAttribute("href"))
                .isEqualTo("/bewijs/controle.html");
        assertThat(handle("proof-verifier-program").getElement().getAttribute("href"))
                .isEqualTo("/bewijs/Verify.java");
        assertThat(screen()).contains("https://voorelkaar.example/bewijs/controle.html");
    }
}
