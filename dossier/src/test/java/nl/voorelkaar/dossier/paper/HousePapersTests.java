package nl.voorelkaar.dossier.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class HousePapersTests {

    private static final Locale DUTCH = Locale.of("nl");
    private static final Instant MADE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Papers PAPERS = new HousePapers("Gemeente Voorbeeldstad");

    @Test
    void equalPapersGiveEqualBytes() {
        assertThat(PAPERS.print(plan().build()).pdf())
                .isEqualTo(PAPERS.print(plan().build()).pdf());
    }

    @Test
    void oneOtherLetterIsAnotherFingerprint() {
        var one = PAPERS.print(plan().paragraph("Tot morgen.").build());
        var other = PAPERS.print(plan().paragraph("Tot morgen!").build());

        assertThat(one.fingerprint()).isNotEqualTo(other.fingerprint());
        assertThat(one.fingerprint().beginsIn(one.pdf())).isTrue();
        assertThat(one.fingerprint().beginsIn(other.pdf())).isFalse();
    }

    @Test
    void markupInATextStaysText() throws IOException {
        var text =
                "<b>Vet</b> & \"aanhaling\" <script>alert(1)</script> <img src='http://localhost:1/x.png'/> ]]> {{x}} ${y}";

        assertThat(words(Paper.in(DUTCH, text, MADE).paragraph(text).build())).contains("<b>Vet</b> & \"aanhaling\"");
    }

    @Test
    void noCharacterGetsLostInSilence() throws IOException {
        var printed = words(Paper.in(DUTCH, "Tekens", MADE)
                .paragraph("Zoë Łukasz Đorđević Ελένη Олена ☎ ☺ 🚀 \u0000\u0007\uE000 \uD800 \uFFFE einde")
                .build());

        assertThat(printed)
                .contains("Zoë", "Łukasz", "Đorđević", "Ελένη", "Олена", "☎", "☺", "[rocket]", "[U+E000]", "einde");
    }

    @Test
    void aWordWiderThanThePageBreaks() throws IOException {
        var printed = words(Paper.in(DUTCH, "Lang", MADE)
                .paragraph("a".repeat(3_000))
                .table("Ook hier", List.of("Wat", "Waarde"), List.of(List.of("b".repeat(500), "c".repeat(500))))
                .build());

        assertThat(printed.replaceAll("[^a]", "")).hasSizeGreaterThanOrEqualTo(3_000);
        assertThat(printed.replaceAll("[^b]", "")).hasSizeGreaterThanOrEqualTo(500);
    }

    @Test
    void aLongTableRepeatsItsHeadOnEachPage() throws IOException {
        var rows = new ArrayList<List<String>>();
        for (var i = 1; i <= 120; i++) {
            rows.add(List.of("Taak " + i, "Wie: inwoner", "Voor 2 april 2026"));
        }
        var printed = PAPERS.print(Paper.in(DUTCH, "Taken", MADE)
                .reference("VE-2026-0001")
                .table("Alle taken", List.of("Taakomschrijving", "Wie", "Wanneer"), rows)
                .build());

        try (var pdf = Loader.loadPDF(printed.pdf())) {
            var pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            for (var page = 1; page <= pages; page++) {
                var text = new PDFTextStripper();
                text.setStartPage(page);
                text.setEndPage(page);
                text.setSortByPosition(true);
                assertThat(text.getText(pdf))
                        .contains("Taakomschrijving", "VE-2026-0001", "Pagina " + page + " van " + pages);
            }
        }
    }

    @Test
    void carriesItsEvidenceInside() throws IOException {
        var json = "{\"versie\":1}".getBytes(StandardCharsets.UTF_8);
        var printed = PAPERS.print(
                plan().attach(new Paper.Attachment("plan.json", "application/json", "Het plan als gegevens", json))
                        .build());

        try (var pdf = Loader.loadPDF(printed.pdf())) {
            var file = pdf.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("plan.json");
            assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(json);
        }
    }

    @Test
    void refusesAHeadingThatSkipsALevel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Paper.in(DUTCH, "Kop", MADE).heading(3, "Te diep"));
    }

    static Paper.Builder plan() {
        return Paper.in(DUTCH, "Ondersteuningsplan", MADE)
                .reference("VE-2026-0001")
                .to(List.of("Fatima el Amrani", "Dorpsstraat 1", "1234 AB Voorbeeldstad"))
                .facts(Map.of("Versie", "3"))
                .heading(2, "Uw eigen woorden")
                .quote("Ik wil weer zelf boodschappen doen.\nEn ik wil naar de markt.\n\nMet mijn zus.")
                .heading(2, "Doelen")
                .bullets(List.of("Zelf boodschappen doen", "Minder schulden"))
                .heading(3, "Stappen")
                .steps(List.of("Bellen met de wijkcoach", "Samen naar de markt"))
                .note("Let op", "U kunt terugkomen op uw handtekening.")
                .place("inwoner", "Ondertekening door de inwoner")
                .place("gemeente", "Ondertekening door de gespreksvoerder");
    }

    private static String words(Paper paper) throws IOException {
        try (var pdf = Loader.loadPDF(PAPERS.print(paper).pdf())) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
