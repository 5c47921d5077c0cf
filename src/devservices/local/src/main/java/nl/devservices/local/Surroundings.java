package nl.devservices.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.devservices.identity.Relying;
import nl.devservices.postgres.Roles;
import nl.devservices.standin.StandIn;

/**
 * What a face stands on, told to it as an operator would: in its environment.
 *
 * @param main JDBC address of the main database
 * @param keystore that of the keystore
 * @param passwords by role
 */
public record Surroundings(
        StandIn standIn, String main, String keystore, Map<String, String> passwords, Map<String, String> custody) {

    /** For {@code make-keys}, and part of what a face is told. @param folder of the file custody */
    public static Map<String, String> custody(Path folder, String password) {
        return Map.of(
                "VOORELKAAR_MUNICIPALITY_NAME",
                "Gemeente Voorbeeldstad",
                "VOORELKAAR_CUSTODY_DIRECTORY",
                folder.toString(),
                "VOORELKAAR_CUSTODY_PASSWORD",
                password);
    }

    /** For {@code migrate}. */
    public static Map<String, String> owners(String main, String keystore, Map<String, String> passwords) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("VOORELKAAR_OWNER_URL", main);
        environment.put("VOORELKAAR_OWNER_USERNAME", Roles.OWNER);
        environment.put("VOORELKAAR_OWNER_PASSWORD", passwords.get(Roles.OWNER));
        environment.put("VOORELKAAR_KEYSOWNER_URL", keystore);
        environment.put("VOORELKAAR_KEYSOWNER_USERNAME", Roles.KEYS_OWNER);
        environment.put("VOORELKAAR_KEYSOWNER_PASSWORD", passwords.get(Roles.KEYS_OWNER));
        return environment;
    }

    /**
     * @param address where people and programs reach it
     * @param port where it listens, on loopback only
     */
    public Map<String, String> resident(String address, int port, Relying client) {
        var environment = face("resident", address, port, Roles.RESIDENT_FACE, standIn.residentIssuer(), client);
        environment.put("VOORELKAAR_SEALER_USERNAME", Roles.SEALER);
        environment.put("VOORELKAAR_SEALER_PASSWORD", passwords.get(Roles.SEALER));
        environment.put("VOORELKAAR_WITNESSES", standIn.witnesses());
        return environment;
    }

    /** The same for the other face. */
    public Map<String, String> workspace(String address, int port, Relying client) {
        return face("workspace", address, port, Roles.WORKSPACE_FACE, standIn.staffIssuer(), client);
    }

    private Map<String, String> face(
            String face, String address, int port, String role, String issuer, Relying client) {
        var environment = new HashMap<>(custody);
        environment.put("VOORELKAAR_FACE", face);
        environment.put("VOORELKAAR_PUBLICURL", address);
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SPRING_DATASOURCE_URL", main);
        environment.put("SPRING_DATASOURCE_USERNAME", role);
        environment.put("SPRING_DATASOURCE_PASSWORD", passwords.get(role));
        environment.put("VOORELKAAR_KEYSTORE_URL", keystore);
        environment.put("VOORELKAAR_KEYSTORE_USERNAME", Roles.BROKER);
        environment.put("VOORELKAAR_KEYSTORE_PASSWORD", passwords.get(Roles.BROKER));
        environment.put("VOORELKAAR_IDENTITY_ISSUER", issuer);
        environment.put("VOORELKAAR_IDENTITY_CLIENTID", client.clientId());
        environment.put("VOORELKAAR_IDENTITY_CLIENTSECRET", client.secret());
        environment.put("VOORELKAAR_TIMESTAMP_URL", standIn.timestamps());
        environment.put("VOORELKAAR_EXIT", standIn.address() + "/weer");
        environment.put("SPRING_MAIL_HOST", "127.0.0.1");
        environment.put("SPRING_MAIL_PORT", String.valueOf(standIn.smtpPort()));
        environment.put("VOORELKAAR_LETTERS_URL", standIn.letters());
        environment.put("VOORELKAAR_SMS_TEMPLATE", "bericht");
        environment.put("VOORELKAAR_BRP_URL", standIn.persons());
        environment.put("VOORELKAAR_BRP_UPDATES_URL", standIn.personsChanged());
        environment.put("VOORELKAAR_MAIL_FROM", "Voor Elkaar <voor-elkaar@voorbeeld.example>");
        environment.put("VOORELKAAR_LOCAL_STANDIN", standIn.address());
        return environment;
    }

    @Override
    public String toString() {
        return "Surroundings[redacted]";
    }
}
