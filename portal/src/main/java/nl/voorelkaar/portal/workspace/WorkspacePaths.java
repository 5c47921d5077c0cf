package nl.voorelkaar.portal.workspace;

import nl.voorelkaar.consent.ConsultId;
import nl.voorelkaar.consent.EmergencyId;

/** Where things are on this face. */
public final class WorkspacePaths {

    public static final String HOME = "werkplek";
    public static final String DOSSIERS = "werkplek/dossiers";
    public static final String REQUESTS = "werkplek/verzoeken";
    public static final String ASK = "werkplek/vragen";
    public static final String INQUIRIES = "werkplek/onderzoek";
    public static final String OBJECTIONS = "werkplek/bezwaar";
    public static final String DECISIONS = "werkplek/besluiten";
    public static final String COMPLAINTS = "werkplek/klachten";
    /** Where the desk takes in meldingen. */
    public static final String DESK = "werkplek/melden";
    /** For who does not come online: one place for the desk. */
    public static final String COUNTER = "werkplek/balie";

    public static final String REPRESENTING = "werkplek/melden/namens";

    public static final String ASSIGN = "werkplek/toewijzen";

    public static final String EMERGENCY = "werkplek/nood";

    /** The desk of the privacy officer. */
    public static final String PRIVACY = "werkplek/privacy";

    /** Where the privacy officer registers what did not come in through the portal. */
    public static final String PRIVACY_REGISTER = "werkplek/privacy/inschrijven";

    /** What no law keeps any longer. */
    public static final String DESTRUCTION = "werkplek/privacy/vernietiging";

    public static final String PLAN = "werkplek/plan";

    public static final String EXPERTS = "werkplek/experts";

    public static final String HANDOVER = "werkplek/overdracht";

    private WorkspacePaths() {}

    /** The address of one dossier; {@code handle} as in {@code HeldDossier}. */
    public static String dossier(String handle) {
        return "/" + DOSSIERS + "/" + handle;
    }

    /** One emergency access. */
    public static String emergency(EmergencyId id) {
        return "/" + EMERGENCY + "/" + id;
    }

    /** One question to an expert. */
    public static String consult(ConsultId id) {
        return "/" + EXPERTS + "/" + id;
    }

    /** The form to ask something of whom was found; {@code handle} as in {@code FoundResidents}. */
    public static String ask(String handle) {
        return "/" + ASK + "/" + handle;
    }

    /** The form to give somebody the case of whom was found. */
    public static String assign(String handle) {
        return "/" + ASSIGN + "/" + handle;
    }
}
