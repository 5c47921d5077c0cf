package nl.devservices.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import nl.devservices.identity.OwnerOnly;
import nl.devservices.postgres.PostgresServer;
import nl.devservices.postgres.Roles;

/** Passwords of this environment: random, made at the first start, known to nobody else. */
public final class Secrets {

    private final Path file;
    private final Properties values = new Properties();

    public Secrets(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            values.load(new StringReader(Files.readString(file)));
        }
    }

    /** Made when it is first asked for. */
    public synchronized String of(String name) throws IOException {
        if (values.getProperty(name) == null) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            values.setProperty(name, HexFormat.of().formatHex(bytes));
            var text = new StringWriter();
            values.store(text, "Made by the local environment for itself");
            OwnerOnly.write(file, text.toString());
        }
        return values.getProperty(name);
    }

    /** By role of the database. */
    public Map<String, String> database() throws IOException {
        var passwords = new HashMap<String, String>();
        for (var role : java.util.List.of(
                PostgresServer.SUPERUSER,
                Roles.OWNER,
                Roles.RESIDENT_FACE,
                Roles.WORKSPACE_FACE,
                Roles.SEALER,
                Roles.AUDITOR,
                Roles.KEYS_OWNER,
                Roles.BROKER)) {
            passwords.put(role, of("database." + role));
        }
        return passwords;
    }
}
