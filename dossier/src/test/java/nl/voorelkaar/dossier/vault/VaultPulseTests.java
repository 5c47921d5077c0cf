package nl.voorelkaar.dossier.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.vault.custody.CustodyPassword;
import nl.voorelkaar.dossier.vault.custody.FileCustody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class VaultPulseTests {

    private static final CustodyPassword PASSWORD = new CustodyPassword("only for this test");

    @TempDir
    private Path directory;

    private final SelfTest ciphers = new SelfTest();
    private final PGSimpleDataSource keystore = new PGSimpleDataSource();
    private VaultPulse pulse;

    @BeforeEach
    void make() {
        FileCustody.initialise(directory, PASSWORD, PASSWORD, "Gemeente Voorbeeldstad");
        pulse = new VaultPulse(
                new BrokerDatabase(keystore), FileCustody.open(directory, Face.WORKSPACE, PASSWORD), ciphers);
    }

    @Test
    void opensNothingBeforeTheCiphersWereChecked() {
        assertThat(pulse.custodyOpens()).isFalse();

        ciphers.run(null);

        assertThat(pulse.custodyOpens()).isTrue();
    }

    @Test
    void seesThatTheKeysWentWhileTheFaceRuns() throws IOException {
        ciphers.run(null);
        assertThat(pulse.custodyOpens()).isTrue();

        Files.delete(directory.resolve("shared.keys"));

        assertThat(pulse.custodyOpens()).isFalse();
    }

    @Test
    void seesThatTheKeystoreIsOutOfReach() {
        keystore.setUrl("jdbc:postgresql://localhost:1/nowhere");

        assertThat(pulse.keystoreAnswers()).isFalse();
    }
}
