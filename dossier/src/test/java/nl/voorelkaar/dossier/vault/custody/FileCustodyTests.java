package nl.voorelkaar.dossier.vault.custody;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.vault.envelope.Context;
import nl.voorelkaar.dossier.vault.envelope.Ed25519;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCustodyTests {

    private static final CustodyPassword OF_RESIDENT = new CustodyPassword("of the resident face");
    private static final CustodyPassword OF_WORKSPACE = new CustodyPassword("of the workspace face");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final Context CONTEXT = new Context("test");

    @TempDir
    private Path directory;

    private FileCustody resident;
    private FileCustody workspace;

    @BeforeEach
    void make() {
        assertThat(FileCustody.initialise(directory, OF_RESIDENT, OF_WORKSPACE, "Gemeente Voorbeeldstad"))
                .isTrue();
        resident = FileCustody.open(directory, Face.RESIDENT, OF_RESIDENT);
        workspace = FileCustody.open(directory, Face.WORKSPACE, OF_WORKSPACE);
    }

    @Test
    void makingItAgainChangesNothing() {
        var before = resident.index(new byte[] {1});
        assertThat(FileCustody.initialise(directory, OF_WORKSPACE, OF_RESIDENT, "Gemeente Voorbeeldstad"))
                .isFalse();
        assertThat(FileCustody.open(directory, Face.RESIDENT, OF_RESIDENT).index(new byte[] {1}))
                .isEqualTo(before)
                .isEqualTo(workspace.index(new byte[] {1}));
    }

    @Test
    void eachReaderHasAKeyOfItsOwnThatIsTheSameOnEveryNode() {
        var reader = new UUID(1, 2);
        var message = "een bericht".getBytes(UTF_8);
        var signature = workspace.signFor(reader, message);
        var elsewhere = FileCustody.open(directory, Face.WORKSPACE, OF_WORKSPACE);
        assertThat(Ed25519.verify(elsewhere.publicKeyFor(reader), message, signature))
                .isTrue();
        assertThat(Ed25519.verify(workspace.publicKeyFor(new UUID(1, 3)), message, signature))
                .isFalse();
        assertThat(resident.signedByOrganisation(message, signature))
                .as("not with the key that signs for the organisation")
                .isFalse();
        assertThatExceptionOfType(KeyNotHeld.class).isThrownBy(() -> resident.signFor(reader, message));
    }

    @Test
    void aFaceCannotOpenTheOtherFacesFile() {
        assertThatExceptionOfType(SecurityException.class)
                .isThrownBy(() -> FileCustody.open(directory, Face.RESIDENT, OF_WORKSPACE));
        assertThatExceptionOfType(SecurityException.class)
                .isThrownBy(() -> FileCustody.open(directory, Face.WORKSPACE, OF_RESIDENT));
    }

    @Test
    void eachFaceHasOnlyItsOwnKeys() {
        try (var key = SecretKeyBytes.random()) {
            var own = resident.wrap(Kek.OWN, 1, key, CONTEXT);
            var seed = workspace.wrap(Kek.GRANTEES, 1, key, CONTEXT);
            var municipal = workspace.wrap(Kek.MUNICIPAL, 1, key, CONTEXT);
            assertThat(resident.unwrap(Kek.OWN, 1, own, CONTEXT)).isEqualTo(key);
            assertThat(resident.unwrap(Kek.MUNICIPAL, 1, municipal, CONTEXT)).isEqualTo(key);
            assertThatExceptionOfType(KeyNotHeld.class).isThrownBy(() -> workspace.unwrap(Kek.OWN, 1, own, CONTEXT));
            assertThatExceptionOfType(KeyNotHeld.class)
                    .isThrownBy(() -> resident.unwrap(Kek.GRANTEES, 1, seed, CONTEXT));
            assertThatExceptionOfType(KeyNotHeld.class)
                    .isThrownBy(() -> workspace.openAudit(1, new byte[0], new byte[2000]));
            assertThatExceptionOfType(KeyNotHeld.class).isThrownBy(() -> resident.sign(new byte[1]));
        }
    }

    @Test
    void noKeyIsReadableOnDisk() throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), UTF_8)).doesNotContain("kek", "index", "seed");
            }
        }
    }

    @Test
    void aRotatedKeyWrapsAnewAndTheOldOneStillUnwrapsInBothProcesses() {
        try (var key = SecretKeyBytes.random()) {
            var old = workspace.wrap(Kek.MUNICIPAL, workspace.newest(Kek.MUNICIPAL), key, CONTEXT);
            assertThat(resident.rotate(Kek.MUNICIPAL)).isEqualTo(2);
            assertThat(workspace.newest(Kek.MUNICIPAL)).isEqualTo(2);
            var fresh = workspace.wrap(Kek.MUNICIPAL, 2, key, CONTEXT);
            assertThat(resident.unwrap(Kek.MUNICIPAL, 1, old, CONTEXT)).isEqualTo(key);
            assertThat(resident.unwrap(Kek.MUNICIPAL, 2, fresh, CONTEXT)).isEqualTo(key);
            assertThatExceptionOfType(SecurityException.class)
                    .isThrownBy(() -> resident.unwrap(Kek.MUNICIPAL, 2, old, CONTEXT));
            resident.rotate(Kek.OWN);
            assertThat(FileCustody.open(directory, Face.RESIDENT, OF_RESIDENT).newest(Kek.OWN))
                    .isEqualTo(2);
        }
    }

    @Test
    void aDayKeyIsTheSameForBothFacesUntilItIsDestroyed() {
        resident.addDay(DAY);
        resident.addDay(DAY);
        var before = resident.lock(DAY, new byte[] {1});
        assertThat(workspace.lock(DAY, new byte[] {1})).isEqualTo(before);
        assertThat(workspace.days()).containsExactly(DAY);
        assertThat(workspace.destroyDay(DAY)).isTrue();
        assertThat(resident.destroyDay(DAY)).isFalse();
        assertThatExceptionOfType(KeyNotHeld.class).isThrownBy(() -> resident.lock(DAY, new byte[] {1}));
        resident.addDay(DAY);
        assertThat(resident.lock(DAY, new byte[] {1})).isNotEqualTo(before);
    }

    @Test
    void aSignatureOfTheOrganisationIsKnownByThePinnedKey() {
        var signature = workspace.sign(new byte[] {1});
        assertThat(resident.signedByOrganisation(new byte[] {1}, signature)).isTrue();
        assertThat(resident.signedByOrganisation(new byte[] {2}, signature)).isFalse();
    }

    @Test
    void aPowerCutBetweenWritesLeavesNoHalfCustody(@TempDir Path other) throws IOException {
        FileCustody.initialise(other, OF_RESIDENT, OF_WORKSPACE, "Gemeente Voorbeeldstad");
        Files.delete(other.resolve("resident.keys"));
        assertThatExceptionOfType(KeyNotHeld.class)
                .isThrownBy(() -> FileCustody.open(other, Face.RESIDENT, OF_RESIDENT));
        assertThat(FileCustody.initialise(other, OF_RESIDENT, OF_WORKSPACE, "Gemeente Voorbeeldstad"))
                .isTrue();
        assertThat(FileCustody.open(other, Face.WORKSPACE, OF_WORKSPACE).tenant())
                .isEqualTo(FileCustody.open(other, Face.RESIDENT, OF_RESIDENT).tenant());
    }

    /** Two other processes and this one add days and versions at the same time; nobody's is lost. */
    @Test
    void severalProcessesShareOneDirectory() throws Exception {
        var processes = new ArrayList<Process>();
        for (var turn : List.of("0", "1")) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            OtherProcess.class.getName(),
                            directory.toString(),
                            turn)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        }
        for (int i = 0; i < OtherProcess.ROUNDS; i++) {
            resident.addDay(DAY.plusDays(i));
            workspace.rotate(Kek.MUNICIPAL);
        }
        for (var process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        assertThat(resident.newest(Kek.MUNICIPAL)).isEqualTo(1 + 3 * OtherProcess.ROUNDS);
        assertThat(workspace.days()).hasSize(OtherProcess.ROUNDS);
        for (int version = 1; version <= resident.newest(Kek.MUNICIPAL); version++) {
            try (var key = SecretKeyBytes.random()) {
                assertThat(workspace.unwrap(
                                Kek.MUNICIPAL, version, resident.wrap(Kek.MUNICIPAL, version, key, CONTEXT), CONTEXT))
                        .isEqualTo(key);
            }
        }
    }

    /** What each of the other processes does. */
    static final class OtherProcess {

        static final int ROUNDS = 20;

        public static void main(String[] args) {
            var custody = FileCustody.open(Path.of(args[0]), Face.WORKSPACE, OF_WORKSPACE);
            for (int i = 0; i < ROUNDS; i++) {
                custody.addDay(DAY.plusDays(i));
                custody.lock(DAY.plusDays(i), new byte[] {1}).close();
                custody.rotate(Kek.MUNICIPAL);
            }
        }
    }

    @Test
    void bothFacesSealWithOneSeal() throws GeneralSecurityException {
        var chain = resident.sealChain();
        assertThat(workspace.sealChain()).isEqualTo(chain);
        assertThat(chain.getFirst().getSubjectX500Principal().getName()).contains("Gemeente Voorbeeldstad");
        for (var face : List.of(resident, workspace)) {
            var check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(chain.getFirst());
            check.update(new byte[] {1, 2, 3});
            assertThat(check.verify(face.seal(new byte[] {1, 2, 3}))).isTrue();
        }
        assertThat(resident.addSealUnlessThere("Gemeente Elders")).isFalse();
        assertThat(resident.sealChain()).isEqualTo(chain);
    }

    @Test
    void aDeliveredSealReplacesTheOwnOne() throws GeneralSecurityException, IOException {
        var own = resident.sealChain().getFirst();
        var delivered = SealStamp.selfMade("Gemeente Voorbeeldstad, gekwalificeerd");
        var file = directory.resolve("zegel.p12");
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "zegel",
                KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(delivered.keyBytes())),
                "geheim".toCharArray(),
                delivered.chain().toArray(X509Certificate[]::new));
        try (var out = Files.newOutputStream(file)) {
            store.store(out, "geheim".toCharArray());
        }

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> SealStamp.from(file, "fout".toCharArray()));
        workspace.replaceSeal(SealStamp.from(file, "geheim".toCharArray()));

        assertThat(resident.sealChain()).isEqualTo(delivered.chain());
        assertThat(resident.sealCertificates())
                .containsExactly(own, delivered.chain().getFirst());
    }
}
