package nl.voorelkaar.dossier.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import nl.devservices.timestamp.LocalTimestamps;
import nl.devservices.timestamp.TimestampServer;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.dossier.paper.PaperPress;
import nl.voorelkaar.dossier.paper.PrintedPaper;
import nl.voorelkaar.dossier.seal.SealRefused.Reason;
import nl.voorelkaar.dossier.vault.custody.CustodyPassword;
import nl.voorelkaar.dossier.vault.custody.FileCustody;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PadesSealTests {

    private static final Locale DUTCH = Locale.of("nl");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    private static final CustodyPassword OF_RESIDENT = new CustodyPassword("of the resident face");
    private static final CustodyPassword OF_WORKSPACE = new CustodyPassword("of the workspace face");

    @TempDir
    static Path folder;

    private static TimestampServer server;
    private static FileCustody resident;
    private static FileCustody workspace;
    private static PrintedPaper frozen;

    @BeforeAll
    static void make() {
        server = new TimestampServer(LocalTimestamps.in(folder.resolve("tsa"), CLOCK));
        FileCustody.initialise(folder.resolve("keys"), OF_RESIDENT, OF_WORKSPACE, "Gemeente Voorbeeldstad");
        resident = FileCustody.open(folder.resolve("keys"), Face.RESIDENT, OF_RESIDENT);
        workspace = FileCustody.open(folder.resolve("keys"), Face.WORKSPACE, OF_WORKSPACE);
        frozen = print("Ondersteuningsplan");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void twoPeopleSealOneFrozenPaperInAnyOrder() {
        for (var order : List.of(List.of("inwoner", "gemeente"), List.of("gemeente", "inwoner"))) {
            var first = seal(resident).seal(frozen.pdf(), request(order.getFirst()));
            var both = seal(workspace).seal(first.pdf(), request(order.getLast()));

            assertThat(frozen.fingerprint().beginsIn(both.pdf())).isTrue();
            assertThat(first.fingerprint().beginsIn(both.pdf())).isTrue();
            assertThat(first.at()).isEqualTo(CLOCK.instant());
            assertThat(seal(resident).inspect(both.pdf(), frozen.fingerprint()))
                    .extracting(Sealed::place)
                    .containsExactlyElementsOf(order);
            assertThat(seal(resident).inspect(both.pdf(), frozen.fingerprint()).getFirst())
                    .satisfies(seal -> {
                        assertThat(seal.signer()).isEqualTo("Zoë Đorđević-de Vries");
                        assertThat(seal.reason()).contains("Ik ga akkoord", first.evidenceSha256());
                        assertThat(seal.claimed()).isEqualTo(CLOCK.instant());
                    });
        }
    }

    @Test
    void oneChangedByteIsSeenWhereverItIs() throws IOException {
        var first = seal(resident).seal(frozen.pdf(), request("inwoner"));
        var both = seal(workspace).seal(first.pdf(), request("gemeente"));
        var pdf = both.pdf();
        var lastValue = lastValue(pdf);
        for (var at = 0; at < pdf.length; at += 89) {
            var changed = pdf.clone();
            changed[at] ^= 1;
            assertThat(both.fingerprint().beginsIn(changed)).as("byte %d", at).isFalse();
            if (at < lastValue[0] || at >= lastValue[1]) {
                assertThat(refusal(() -> seal(resident).inspect(changed, frozen.fingerprint())))
                        .as("byte %d of %d", at, pdf.length)
                        .isIn(Reason.STALE, Reason.ALTERED);
            }
        }
    }

    /** Where the value of the last seal is: a part of it is signed by nobody, in any format of signatures. */
    private static int[] lastValue(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var range = document.getSignatureDictionaries().stream()
                    .map(signature -> signature.getByteRange())
                    .max(java.util.Comparator.comparingInt(bytes -> bytes[2] + bytes[3]))
                    .orElseThrow();
            return new int[] {range[1], range[2]};
        }
    }

    @Test
    void somethingBehindTheLastSealIsRefused() throws IOException {
        var both = sealedTwice();
        var more = java.util.Arrays.copyOf(both, both.length + 1);
        more[both.length] = '\n';
        assertThat(refusal(() -> seal(resident).inspect(more, frozen.fingerprint())))
                .isEqualTo(Reason.ALTERED);
        assertThat(refusal(() -> seal(resident).inspect(retitled(both), frozen.fingerprint())))
                .isEqualTo(Reason.ALTERED);
        assertThat(refusal(() -> seal(resident).seal(retitled(frozen.pdf()), request("inwoner"))))
                .isEqualTo(Reason.ALTERED);
    }

    @Test
    void anotherVersionIsStale() {
        var edited = print("Ondersteuningsplan, aangepast");

        assertThat(refusal(() -> seal(resident).seal(edited.pdf(), request("inwoner"))))
                .isEqualTo(Reason.STALE);
    }

    @Test
    void aPlaceIsSealedOnceAndOnlyWhenItIsThere() {
        var once = seal(resident).seal(frozen.pdf(), request("inwoner")).pdf();

        assertThat(refusal(() -> seal(resident).seal(once, request("inwoner")))).isEqualTo(Reason.ALREADY_SEALED);
        assertThat(refusal(() -> seal(resident).seal(once, request("buurman")))).isEqualTo(Reason.NO_SUCH_PLACE);
    }

    @Test
    void withoutARightTimestampThereIsNoSeal() {
        var nobody = new PadesSeal(
                resident,
                new TimestampAuthority(URI.create("http://localhost:1/tsa"), CLOCK),
                CLOCK,
                "Gemeente Voorbeeldstad");
        assertThat(refusal(() -> nobody.seal(frozen.pdf(), request("inwoner"))))
                .isEqualTo(Reason.TIMESTAMP_UNAVAILABLE);

        var late = Clock.offset(CLOCK, Duration.ofMinutes(6));
        var drifted =
                new PadesSeal(resident, new TimestampAuthority(server.address(), late), late, "Gemeente Voorbeeldstad");
        assertThat(refusal(() -> drifted.seal(frozen.pdf(), request("inwoner"))))
                .isEqualTo(Reason.TIMESTAMP_UNAVAILABLE);
    }

    @Test
    void aReplacedSealLeavesEarlierOnesRecognised() {
        var keys = folder.resolve("other-keys");
        FileCustody.initialise(keys, OF_RESIDENT, OF_WORKSPACE, "Gemeente Voorbeeldstad");
        var custody = FileCustody.open(keys, Face.RESIDENT, OF_RESIDENT);
        var before = seal(custody).seal(frozen.pdf(), request("inwoner")).pdf();

        custody.replaceSeal(nl.voorelkaar.dossier.vault.custody.OtherStamp.selfMade());

        var both = seal(custody).seal(before, request("gemeente")).pdf();
        assertThat(seal(custody).inspect(both, frozen.fingerprint())).hasSize(2);
        assertThat(refusal(() -> seal(resident).inspect(both, frozen.fingerprint())))
                .as("sealed by another house")
                .isEqualTo(Reason.ALTERED);
    }

    private static byte[] sealedTwice() {
        var first = seal(resident).seal(frozen.pdf(), request("inwoner"));
        return seal(workspace).seal(first.pdf(), request("gemeente")).pdf();
    }

    private static byte[] retitled(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            document.getDocumentInformation().setTitle("Iets anders");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            var changed = new ByteArrayOutputStream();
            document.saveIncremental(changed);
            return changed.toByteArray();
        }
    }

    private static Reason refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        var refused = catchThrowableOfType(SealRefused.class, call);
        assertThat(refused).isNotNull();
        return refused.reason();
    }

    private static DocumentSeal seal(FileCustody custody) {
        return new PadesSeal(custody, new TimestampAuthority(server.address(), CLOCK), CLOCK, "Gemeente Voorbeeldstad");
    }

    private static SealRequest request(String place) {
        return new SealRequest(
                frozen.fingerprint(),
                place,
                "Zoë Đorđević-de Vries",
                place,
                "Ik ga akkoord met dit plan, versie 3.",
                "{\"versie\":3}",
                DUTCH);
    }

    private static PrintedPaper print(String title) {
        return PaperPress.of("Gemeente Voorbeeldstad")
                .print(Paper.in(DUTCH, title, CLOCK.instant())
                        .reference("VE-2026-0001")
                        .paragraph("Ik wil weer zelf boodschappen doen.")
                        .place("inwoner", "Ondertekening door de inwoner")
                        .place("gemeente", "Ondertekening door de gespreksvoerder")
                        .build());
    }
}
