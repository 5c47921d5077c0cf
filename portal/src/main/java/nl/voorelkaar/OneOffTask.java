package nl.voorelkaar;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import nl.voorelkaar.consent.ConsentSchema;
import nl.voorelkaar.dossier.DossierSchema;
import nl.voorelkaar.dossier.vault.custody.CustodyPassword;
import nl.voorelkaar.dossier.vault.custody.FileCustody;
import nl.voorelkaar.portal.PortalSchema;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What an operator runs beside the faces, from the same jar: once, once per release, or to replace keys. No web server. */
final class OneOffTask {

    static final Set<String> NAMES = Set.of("migrate", "make-keys", "rotate-keys");

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
        FileCustody.initialise(
                Path.of(environment.getRequiredProperty("voorelkaar.custody.directory")),
                custodyPassword(environment, "voorelkaar.custody.resident-password"),
                custodyPassword(environment, "voorelkaar.custody.workspace-password"));
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
