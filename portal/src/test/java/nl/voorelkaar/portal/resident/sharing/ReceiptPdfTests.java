package nl.voorelkaar.portal.resident.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.validation.Validators;
import nl.voorelkaar.consent.ConsentRecord;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.OrganisationId;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Proofs;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.dossier.paper.Papers;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class ReceiptPdfTests {

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void saysWhatWasSaidAndConforms(String language) throws IOException {
        try (var printer = new AnnotationConfigApplicationContext("nl.voorelkaar.dossier.paper")) {
            var paper = ReceiptPdf.paper(grant(), record(), "Zoë Đorđević <P99>", Locale.of(language));
            var printed = printer.getBean(Papers.class).print(paper).pdf();

            assertThat(Validators.violations(printed)).isEmpty();
            try (var pdf = Loader.loadPDF(printed)) {
                assertThat(new PDFTextStripper().getText(pdf))
                        .contains("Zoë Đorđević <P99>", "Bram Visser", "Ik laat Bram mijn doelen zien.", "abc123");
                assertThat(pdf.getDocumentCatalog()
                                .getNames()
                                .getEmbeddedFiles()
                                .getNames()
                                .get("toestemming.json")
                                .getEmbeddedFile()
                                .toByteArray())
                        .asString()
                        .isEqualTo("{\"bewijs\":1}");
            }
        }
    }

    @Test
    void forASupervisorItHoldsEachDecisionItsSealAndTheLinesOfTheLog() throws IOException {
        try (var printer = new AnnotationConfigApplicationContext("nl.voorelkaar.dossier.paper")) {
            var proof = new Proofs.Proof(
                    "{\"lines\":[]}".getBytes(StandardCharsets.UTF_8), Instant.EPOCH, new Proofs.Stand(1, "VE1"));
            var paper =
                    ReceiptPdf.forSupervisor(grant(), List.of(record()), proof, "Zoë Đorđević <P99>", Locale.of("nl"));
            var printed = printer.getBean(Papers.class).print(paper).pdf();

            assertThat(Validators.violations(printed)).isEmpty();
            try (var pdf = Loader.loadPDF(printed)) {
                assertThat(new PDFTextStripper().getText(pdf)).contains("U gaf toestemming", "Ik kan altijd stoppen.");
                assertThat(pdf.getDocumentCatalog()
                                .getNames()
                                .getEmbeddedFiles()
                                .getNames())
                        .containsOnlyKeys("logboek.json", record().id() + ".json", record().id() + ".json.p7s");
            }
        }
    }

    private static ConsentRecord record() {
        return new ConsentRecord(
                UUID.fromString("0198a000-0000-7000-8000-000000000005"),
                Instant.parse("2026-03-02T09:00:00Z"),
                ConsentRecord.What.CONSENT_GIVEN,
                Optional.of(grant().id()),
                new ShownText("Ik laat Bram mijn doelen zien.\nIk kan altijd stoppen.", Locale.of("nl")),
                "{\"bewijs\":1}",
                "abc123",
                Optional.of("zegel".getBytes(StandardCharsets.UTF_8)));
    }

    private static Grant grant() {
        return new Grant(
                new GrantId(UUID.fromString("0198a000-0000-7000-8000-000000000001")),
                new ResidentId(UUID.fromString("0198a000-0000-7000-8000-000000000002")),
                new RequestId(UUID.fromString("0198a000-0000-7000-8000-000000000003")),
                new Party(
                        new PartyId(UUID.fromString("0198a000-0000-7000-8000-000000000004")),
                        "Bram Visser",
                        Role.GSP,
                        new OrganisationId("gemeente"),
                        "Gemeente Voorbeeldstad",
                        Optional.empty()),
                new Terms(Set.of(Section.values()[0]), Set.of(Right.READ), LocalDate.of(2026, 9, 1), false),
                new Purpose("Samen een plan maken."),
                Instant.parse("2026-03-02T09:00:00Z"),
                Instant.parse("2026-09-01T22:00:00Z"),
                Grant.State.ACTIEF,
                Instant.parse("2026-03-02T09:00:00Z"),
                Optional.empty());
    }
}
