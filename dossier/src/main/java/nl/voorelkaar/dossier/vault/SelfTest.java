package nl.voorelkaar.dossier.vault;

import nl.voorelkaar.dossier.vault.envelope.KnownAnswers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Checks the ciphers against known answers at start-up and warms them up: the JDK's fast AES-GCM runs only in compiled
 * code, and the first megabyte of a fresh virtual machine takes a hundred times as long. Readiness comes after the
 * runners, so nobody is served before this passed; a wrong answer ends the start.
 */
public final class SelfTest implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SelfTest.class);

    private volatile boolean ready;

    @Override
    public void run(ApplicationArguments args) {
        KnownAnswers.check();
        KnownAnswers.warmUp();
        ready = true;
        LOG.info("Ciphers give the known answers and are warm");
    }

    /** Whether the ciphers were checked and are warm. */
    public boolean ready() {
        return ready;
    }
}
