package nl.voorelkaar.dossier.vault.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLogKeysTests {

    private static final CustodyPassword PASSWORD = new CustodyPassword("password of the sealer");
    private static final byte[] MESSAGE = {1, 2, 3};

    @TempDir
    private Path directory;

    @Test
    void signWhatTheJavaRuntimeVerifiesWithTheKeysThatAreToldToEverybody() throws Exception {
        assertThat(FileLogKeys.initialise(directory, PASSWORD)).isTrue();
        assertThat(FileLogKeys.initialise(directory, PASSWORD)).isFalse();
        var keys = FileLogKeys.open(directory, PASSWORD);
        var told = Files.readAllLines(directory.resolve("log.pub"));

        assertThat(keys.ed25519()).isEqualTo(Base64.getDecoder().decode(told.get(0)));
        assertThat(keys.mlDsa44()).isEqualTo(Base64.getDecoder().decode(told.get(1)));
        assertThat(holds("Ed25519", "302a300506032b6570032100", keys.ed25519(), keys.signEd25519(MESSAGE)))
                .isTrue();
        assertThat(holds(
                        "ML-DSA",
                        "30820532300b06096086480165030403110382052100",
                        keys.mlDsa44(),
                        keys.signMlDsa44(MESSAGE)))
                .isTrue();
    }

    @Test
    void areNotThereWithoutTheirPassword() {
        assertThatExceptionOfType(KeyNotHeld.class).isThrownBy(() -> FileLogKeys.open(directory, PASSWORD));
        FileLogKeys.initialise(directory, PASSWORD);
        assertThatExceptionOfType(SecurityException.class)
                .isThrownBy(() -> FileLogKeys.open(directory, new CustodyPassword("password of a face")));
    }

    private static boolean holds(String algorithm, String prefix, byte[] key, byte[] signature) throws Exception {
        var encoded = HexFormat.of().parseHex(prefix + HexFormat.of().formatHex(key));
        var check = Signature.getInstance(algorithm);
        check.initVerify(KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded)));
        check.update(MESSAGE);
        return check.verify(signature);
    }
}
