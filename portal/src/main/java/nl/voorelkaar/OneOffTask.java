package nl.voorelkaar;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.voorelkaar.consent.ConsentSchema;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.LogExport;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.tlog.Audit;
import nl.voorelkaar.consent.tlog.LogDatabase;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What an operator runs beside the faces, from the same jar: once, once per release, or to replace keys. No web server.
 */
final class OneOffTask {

    static final Set<String> NAMES =
            Set.of("migrate", "make-keys", "rotate-keys", "replace-seal", "audit", "export-log");

    private static final int TAMPERED = 2;

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
            case "audit" -> audit(environment);
            case "rotate-keys" -> KeyRotationTask.run(arguments);
            case "export-log" -> exportLog(environment, arguments);
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

    /**
     * In production each face has its own password; one password for both makes the separation a matter of good
     * manners.
     */
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

    /**
     * Looks whether the stored log is what was sealed: all of it, or a random {@code --share} of it. Ends with status 2
     * when it is not: that is a security incident.
     */
    private static void audit(Environment environment) {
        var keys = environment.getProperty("voorelkaar.auditor.keys");
        var file = keys != null
                ? Path.of(keys)
                : Path.of(environment.getRequiredProperty("voorelkaar.custody.directory"), "log.pub");
        var share = environment.getProperty("share", Double.class, 1.0);
        if (share <= 0 || share > 1) {
            throw new IllegalArgumentException("a share is above 0 and at most 1");
        }
        try {
            var published = Files.readAllLines(file);
            var audit = new Audit(
                    new LogDatabase(database(environment, "voorelkaar.auditor")),
                    Base64.getDecoder().decode(published.get(0)),
                    Base64.getDecoder().decode(published.get(1)));
            var report = audit.run(share, System.out::println);
            System.out.printf("%d lines checked, %d findings%n", report.checked(), report.found());
            report.findings().forEach(System.out::println);
            if (!report.clean()) {
                System.exit(TAMPERED);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@code export-log <first day> <last day> <folder>}: the log of everybody as NEN 7513 (FHIR AuditEvent) and as
     * Logboek Dataverwerkingen, one line of JSON each, newest first for each resident. With the settings of the
     * resident face, which alone opens the log, and those of the auditor, who alone knows of whom there is one.
     */
    private static void exportLog(Environment environment, List<String> arguments) {
        if (arguments.size() < 3) {
            throw new IllegalArgumentException("say the first day, the last day and a folder");
        }
        var from = LocalDate.parse(arguments.get(0));
        var until = LocalDate.parse(arguments.get(1));
        var folder = Path.of(arguments.get(2));
        var residents = JdbcClient.create(database(environment, "voorelkaar.auditor"))
                .sql("SELECT resident_id FROM consent.ledger_head ORDER BY resident_id")
                .query(UUID.class)
                .list();
        try (var nen7513 = ownersOnly(folder.resolve("nen7513-" + from + "-" + until + ".ndjson"));
                var logboek = ownersOnly(folder.resolve("logboek-" + from + "-" + until + ".ndjson"));
                var context = KeyRotationTask.start(arguments.subList(3, arguments.size()))) {
            var export = context.getBean(LogExport.class);
            var lines = 0;
            for (var resident : residents) {
                lines += export.write(new ResidentId(resident), from, until, nen7513::println, logboek::println);
            }
            if (nen7513.checkError() || logboek.checkError()) {
                throw new IOException("the folder is full, or cannot be written");
            }
            System.out.printf("%d lines of %d residents%n", lines, residents.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new file: what an earlier run wrote stays as it is. */
    private static PrintWriter ownersOnly(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return new PrintWriter(Files.newBufferedWriter(file));
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
