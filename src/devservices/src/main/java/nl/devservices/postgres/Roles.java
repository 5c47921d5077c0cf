package nl.devservices.postgres;

import java.util.List;

/**
 * The database roles that an operator makes in production. None of the faces owns anything or can bypass row security.
 */
public final class Roles {

    /** Owns the main database; migrations only. */
    public static final String OWNER = "ve_owner";

    public static final String RESIDENT_FACE = "ve_resident";
    public static final String WORKSPACE_FACE = "ve_workspace";

    /** Puts lines of the log into trees. */
    public static final String SEALER = "ve_sealer";

    /** Looks at every row of the log, without keys. */
    public static final String AUDITOR = "ve_auditor";

    /** Owns the keystore database; migrations only. */
    public static final String KEYS_OWNER = "ve_keys_owner";

    public static final String BROKER = "ve_broker";

    static final List<String> NAMES =
            List.of(OWNER, RESIDENT_FACE, WORKSPACE_FACE, SEALER, AUDITOR, KEYS_OWNER, BROKER);

    private Roles() {}

    /** Statements that make the roles, in order; each password equals the role's name. */
    static List<String> all() {
        return NAMES.stream().map(role -> create(role, role)).toList();
    }

    /** @param password without quotes */
    static String create(String role, String password) {
        return "CREATE ROLE " + role + " LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD '" + password
                + "'";
    }
}
