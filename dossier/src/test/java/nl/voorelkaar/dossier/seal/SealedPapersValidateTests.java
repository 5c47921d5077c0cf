package nl.voorelkaar.dossier.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.devservices.timestamp.LocalTimestamps;
import nl.devservices.timestamp.TimestampServer;
import nl.validation.Validators;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.dossier.paper.PaperPress;
import nl.voorelkaar.dossier.paper.PrintedPaper;
import nl.voorelkaar.dossier.vault.custody.CustodyPassword;
import nl.voorelkaar.dossier.vault.custody.FileCustody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What EU DSS, veraPDF and poppler say about papers that were sealed twice. */
class SealedPapersValidateTests {

    private static final Locale DUTCH = Locale.of("nl");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    private static final Instant LATER = CLOCK.instant().plus(Duration.ofDays(400));

    /**
     * A field that is tagged for screen readers is reached along two ways, and DSS knows only the one as a filled
     * field.
     */
    private static final Pattern KNOWN = Pattern.compile(
            "(The document contains undefined object modifications after the signature revision!"
                    + "(; changed since: CREATION /Catalog /StructTreeRoot [^;]*/Obj \\d+ 0 R /(V|AP) \\d+ 0 R \\w+)+)?");

    @TempDir
    static Path folder;

    private static final List<X509Certificate> TRUSTED = new ArrayList<>();
    private static PrintedPaper frozen;
    private static byte[] once;
    private static byte[] twice;

    private static TimestampServer server;

    @BeforeAll
    static void sealTwice() {
        var timestamps = LocalTimestamps.in(folder.resolve("tsa"), CLOCK);
        server = new TimestampServer(timestamps);
        var password = new CustodyPassword("of both faces, here");
        FileCustody.initialise(folder.resolve("keys"), password, password, "Gemeente Voorbeeldstad");
        var custody = FileCustody.open(folder.resolve("keys"), Face.RESIDENT, password);
        TRUSTED.addAll(custody.sealChain());
        TRUSTED.addAll(timestamps.certificates());
        var seal = new PadesSeal(
                custody, new TimestampAuthority(server.address(), CLOCK), CLOCK, "Gemeente Voorbeeldstad");
        frozen = PaperPress.of("Gemeente Voorbeeldstad")
                .print(Paper.in(DUTCH, "Ondersteuningsplan", CLOCK.instant())
                        .reference("VE-2026-0001")
                        .quote("Ik wil weer zelf boodschappen doen.")
                        .attach(new Paper.Attachment(
                                "plan.json",
                                "application/json",
                                "Het plan als gegevens",
                                "{}".getBytes(StandardCharsets.UTF_8)))
                        .place("inwoner", "Ondertekening door de inwoner")
                        .place("gemeente", "Ondertekening door de gespreksvoerder")
                        .build());
        once = seal.seal(frozen.pdf(), request("gemeente", "Bram Visser")).pdf();
        twice = seal.seal(once, request("inwoner", "Zoë Đorđević-de Vries 🚀")).pdf();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void bothSealsAreValidPadesWithATimestamp() {
        assertThat(Validators.signatures(twice, TRUSTED, LATER))
                .hasSize(2)
                .allSatisfy(signature -> {
                    assertThat(signature.level()).isEqualTo("PAdES-BASELINE-T");
                    assertThat(signature.indication()).as(signature.remarks()).startsWith("TOTAL_PASSED");
                    assertThat(signature.intact()).isTrue();
                    assertThat(signature.remarks()).matches(KNOWN);
                    assertThat(signature.stamped()).as(signature.remarks()).isTrue();
                })
                .extracting(Validators.Signature::field)
                .containsExactlyInAnyOrder("gemeente", "inwoner");
    }

    @Test
    void whoDoesNotTrustTheHouseIsNotConvinced() {
        assertThat(Validators.signatures(twice, List.of(), LATER))
                .hasSize(2)
                .noneMatch(signature -> signature.indication().startsWith("TOTAL_PASSED"))
                .allMatch(Validators.Signature::intact);
    }

    @Test
    void sealsDoNotSpoilTheForm() {
        assertThat(Validators.violations(frozen.pdf())).isEmpty();
        assertThat(Validators.violations(once)).isEmpty();
        assertThat(Validators.violations(twice)).isEmpty();
    }

    @Test
    void oneChangedByteFails() {
        var words = new String(twice, StandardCharsets.ISO_8859_1);
        for (var at : List.of(60, frozen.fingerprint().length() / 2, words.lastIndexOf("/Location") + 14)) {
            var changed = twice.clone();
            changed[at] ^= 1;
            assertThat(Validators.signatures(changed, TRUSTED, LATER))
                    .as("byte %d", at)
                    .noneMatch(signature -> signature.indication().startsWith("TOTAL_PASSED") && at < once.length)
                    .anyMatch(signature -> !signature.intact());
        }
    }

    @Test
    void popplerAgreesWhereItIsInstalled() throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/bin/pdfsig")).exists();
        var file = Files.write(folder.resolve("twice.pdf"), twice);
        var pdfsig = new ProcessBuilder("/usr/bin/pdfsig", "-nocert", file.toString())
                .redirectErrorStream(true)
                .start();
        var words = new String(pdfsig.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        pdfsig.waitFor();

        assertThat(words.split("Signature is Valid", -1)).as(words).hasSize(3);
        assertThat(words).contains("Total document signed");
    }

    private static SealRequest request(String place, String signer) {
        return new SealRequest(
                frozen.fingerprint(),
                place,
                signer,
                place,
                "Ik ga akkoord met dit plan, versie 3.",
                "{\"versie\":3}",
                DUTCH);
    }
}
