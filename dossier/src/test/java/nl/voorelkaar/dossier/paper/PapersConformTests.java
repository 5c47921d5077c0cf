package nl.voorelkaar.dossier.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import nl.validation.Validators;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What veraPDF says about our papers. */
class PapersConformTests {

    private static final Locale DUTCH = Locale.of("nl");
    private static final Instant MADE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Papers PAPERS = new HousePapers("Gemeente Voorbeeldstad");

    @ParameterizedTest
    @MethodSource("papers")
    void conformsToPdfA3aAndPdfUa1(Paper paper) {
        assertThat(Validators.violations(PAPERS.print(paper).pdf())).isEmpty();
    }

    @Test
    void theValidatorDoesSayNo() throws IOException {
        var plain = new ByteArrayOutputStream();
        try (var pdf = new org.apache.pdfbox.pdmodel.PDDocument()) {
            pdf.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            pdf.save(plain);
        }

        assertThat(Validators.violations(plain.toByteArray())).isNotEmpty();
    }

    static Stream<Named<Paper>> papers() throws IOException {
        return Stream.of(
                Named.of("the smallest", Paper.in(DUTCH, "Brief", MADE).build()),
                Named.of("a plan with everything", everything()),
                Named.of(
                        "in English",
                        Paper.in(Locale.ENGLISH, "Letter", MADE)
                                .paragraph("Hello.")
                                .build()),
                Named.of("a table over pages", longTable()),
                Named.of("all kinds of characters", characters()),
                Named.of(
                        "from right to left",
                        one("العربية: مرحبا بكم في Voorbeeldstad في 2026\n\nעברית: שלום לכולם, 123 שנים")),
                Named.of("10 000 characters in one paragraph", one("Woord ".repeat(1_667))),
                Named.of("10 000 characters in one word", one("w".repeat(10_000))),
                Named.of("nothing but blanks", one(" \n \n\t ")),
                Named.of(
                        "lists over pages",
                        Paper.in(DUTCH, "Lijst", MADE)
                                .bullets(java.util.Collections.nCopies(90, "Een afspraak die we samen maken."))
                                .steps(java.util.Collections.nCopies(90, "Een stap die we samen zetten."))
                                .build()));
    }

    private static Paper one(String text) {
        return Paper.in(DUTCH, "Tekst", MADE)
                .paragraph(text)
                .quote(text)
                .note("Let op", text)
                .build();
    }

    private static Paper longTable() {
        var rows = new ArrayList<List<String>>();
        for (var i = 1; i <= 150; i++) {
            rows.add(List.of("Taak " + i, i % 7 == 0 ? "" : "De inwoner, samen met de wijkcoach", "2 april 2026"));
        }
        return Paper.in(DUTCH, "Taken", MADE)
                .table("Alle taken", List.of("Taak", "Wie", "Wanneer"), rows)
                .build();
    }

    private static Paper characters() {
        return one("""
                Zoë Łukasz Đorđević Ŝtefan Ελένη Олена Հայկ 🙂 🚀 👍🏽 👨‍👩‍👧 ❤️ ☎ ✓ € ½ “aanhaling” … —
                עברית: שלום לכולם, 123 שנים
                العربية: مرحبا بكم في بلديتنا 2026
                中文 日本語 한국어 हिन्दी \u0000\u0007\u200B\u200D\uFEFF\uE000 \uD800 \uFFFE e\u0301
                <b>&amp;</b> ]]> <!-- --> ${x} {{y}}
                """);
    }

    private static Paper everything() throws IOException {
        var facts = new LinkedHashMap<String, String>();
        facts.put("Voor", "Fatima el Amrani");
        facts.put("Versie", "3");
        facts.put("", "");
        return Paper.in(DUTCH, "Ondersteuningsplan", MADE)
                .reference("VE-2026-0001")
                .to(List.of("Fatima el Amrani", "Dorpsstraat 1", "1234 AB Voorbeeldstad"))
                .facts(facts)
                .heading(2, "Uw eigen woorden")
                .quote("Ik wil weer zelf boodschappen doen.\nEn naar de markt.\n\nMet mijn zus.")
                .quote("I want to go to the market.", Locale.ENGLISH)
                .heading(2, "Doelen")
                .bullets(List.of("Zelf boodschappen doen", "", "Minder schulden"))
                .heading(3, "Stappen")
                .steps(List.of("Bellen met de wijkcoach", "Samen naar de markt"))
                .table("Wie doet wat", List.of("Taak", "Wie"), List.of(List.of("Bellen", "Bram")))
                .picture(picture(), "Een piramide met vier lagen: zelf, netwerk, algemeen, maatwerk", 120)
                .note("Let op", "U kunt terugkomen op uw handtekening.")
                .newPage()
                .heading(2, "Wat nu")
                .text(Wording.beside(PapersConformTests.class, "letter")
                        .text(DUTCH, "example", Map.of("naam", "Fatima", "stappen", List.of("een", "twee"))))
                .text(
                        new Wording.Text(List.of(
                                new Wording.Text.Part.Heading(2, "In English"),
                                new Wording.Text.Part.Paragraph("This is an explanation only."),
                                new Wording.Text.Part.Items(List.of("one", "two"), false))),
                        Locale.ENGLISH)
                .attach(new Paper.Attachment(
                        "plan.json",
                        "application/json",
                        "Het plan als gegevens",
                        "{}".getBytes(StandardCharsets.UTF_8)))
                .place("inwoner", "Ondertekening door de inwoner")
                .place("gemeente", "Ondertekening door de gespreksvoerder")
                .build();
    }

    private static byte[] picture() throws IOException {
        var image = new BufferedImage(240, 120, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.fillPolygon(new int[] {120, 220, 20}, new int[] {10, 110, 110}, 3);
        graphics.dispose();
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
