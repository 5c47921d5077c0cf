package nl.voorelkaar.dossier.vault;

import java.util.function.BooleanSupplier;
import nl.voorelkaar.dossier.vault.custody.Kek;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;
import nl.voorelkaar.dossier.vault.envelope.SecretKeyBytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether keys could be released at this moment, for who watches the face. Asks each time; changes nothing, and says
 * nothing of any dossier. Safe for many threads.
 */
public final class VaultPulse {

    private static final Logger LOG = LoggerFactory.getLogger(VaultPulse.class);

    private final BrokerDatabase keystore;
    private final KeyCustody custody;
    private final Contexts contexts;
    private final SelfTest ciphers;

    VaultPulse(BrokerDatabase keystore, KeyCustody custody, SelfTest ciphers) {
        this.keystore = keystore;
        this.custody = custody;
        this.contexts = new Contexts(custody.tenant());
        this.ciphers = ciphers;
    }

    /** Whether the keystore database answers. Waits as long as its pool of connections does. */
    public boolean keystoreAnswers() {
        return answers(
                "keystore",
                () -> keystore.sql().sql("select 1").query(Integer.class).single() == 1);
    }

    /** Whether the ciphers passed their test, and the custody still opens what it closes. */
    public boolean custodyOpens() {
        return ciphers.ready() && answers("key custody", this::opensWhatItCloses);
    }

    private boolean opensWhatItCloses() {
        var kek = Kek.MUNICIPAL;
        var version = custody.newest(kek);
        var context = contexts.pulse();
        try (var key = SecretKeyBytes.random();
                var again = custody.unwrap(kek, version, custody.wrap(kek, version, key, context), context)) {
            return again.equals(key);
        }
    }

    private static boolean answers(String what, BooleanSupplier question) {
        try {
            return question.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.error("The {} does not answer: {}", what, e.getClass().getSimpleName());
            return false;
        }
    }
}
