package nl.voorelkaar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import nl.voorelkaar.consent.ConsentSchema;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.DossierSchema;
import nl.voorelkaar.dossier.vault.custody.CustodyPassword;
import nl.voorelkaar.dossier.vault.custody.FileCustody;
import nl.voorelkaar.dossier.vault.custody.FileLogKeys;
import nl.voorelkaar.dossier.vault.custody.SealStamp;
import nl.voorelkaar.portal.PortalSchema;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What an operator runs beside the faces, from the same jar: once, once per release, or to replace keys. No web server. */
final class OneOffTask {

    static final Set<String> NAMES = Set.of("migrate", "make-keys", "rotate-keys", "replace-seal");

    private OneOffTask() {}

    static void run(String name, List<String> arguments) throws InterruptedException {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(arguments.toArray(String[]::new)));
        ConfigurationPropertySources.attach(environment);
        switch (name) {
            case "migrate" -> migrate(environment);
            case "make-keys" -> makeKeys(environment);
            case "replace-seal" -> replaceSeal(environment);
            case "rotate-keys" -> KeyRotationTask.run(arguments);
            default -> throw new IllegalArgumentException("no such task");
        }
    }

    private static void migrate(Environment environment) {
        var owner = database(environment, "voorelkaar.owner");
        ConsentSchema.migrate(owner);
        DossierSchema.migrate(owner);
        PortalSchema.migrate(owner);
        DossierSchema.migrateKeystore(database(environment, "voorelkaar.keys-owner"));
    }

    /** In production each face has its own password; one password for both makes the separation a matter of good manners. */
    private static void makeKeys(Environment environment) {
        var directory = Path.of(environment.getRequiredProperty("voorelkaar.custody.directory"));
        var ofWorkspace = custodyPassword(environment, "voorelkaar.custody.workspace-password");
        var municipality = environment.getProperty("voorelkaar.municipality.name", "Gemeente");
        var made = FileCustody.initialise(
                directory,
                custodyPassword(environment, "voorelkaar.custody.resident-password"),
                ofWorkspace,
                municipality);
        FileLogKeys.initialise(directory, custodyPassword(environment, "voorelkaar.custody.sealer-password"));
        if (!made) {
            FileCustody.open(directory, Face.WORKSPACE, ofWorkspace).addSealUnlessThere(municipality);
        }
    }

    /** Puts in the seal that a trust service provider delivered as a PKCS#12 file. */
    private static void replaceSeal(Environment environment) {
        try {
            var stamp = SealStamp.from(
                    Path.of(environment.getRequiredProperty("voorelkaar.seal.file")),
                    environment.getRequiredProperty("voorelkaar.seal.password").toCharArray());
            FileCustody.open(
                            Path.of(environment.getRequiredProperty("voorelkaar.custody.directory")),
                            Face.WORKSPACE,
                            custodyPassword(environment, "voorelkaar.custody.workspace-password"))
                    .replaceSeal(stamp);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CustodyPassword custodyPassword(Environment environment, String name) {
        var password = environment.getProperty(name);
        return new CustodyPassword(
                password != null ? password : environment.getRequiredProperty("voorelkaar.custody.password"));
    }

    private static DataSource database(Environment environment, String prefix) {
        return new DriverManagerDataSource(
                environment.getRequiredProperty(prefix + ".url"),
                environment.getRequiredProperty(prefix + ".username"),
                environment.getRequiredProperty(prefix + ".password"));
    }
}
