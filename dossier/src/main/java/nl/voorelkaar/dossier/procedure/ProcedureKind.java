package nl.voorelkaar.dossier.procedure;

import java.util.Arrays;
import nl.voorelkaar.consent.Section;

/**
 * The procedures there are (DOMAIN §2), with the section whose key seals them and the statutes under which they are
 * handled.
 */
public enum ProcedureKind {
    ONDERZOEK(1, Section.MELDING, "Wmo 2.3.2"),
    PLAN(2, Section.PLAN, "Wmo 2.3.2"),
    AANVRAAG(3, Section.BESLUITEN, "Wmo 2.3.5"),
    BESLUIT(4, Section.BESLUITEN, "Wmo 2.3.5"),
    BEZWAAR(5, Section.BESLUITEN, "Awb 7:4", "Awb 7:11"),
    KLACHT(6, Section.KLACHT, "Awb 9:10"),
    /** How the resident gets decisions: in the portal or as a letter (Awb 2:8). Nobody handles it. */
    BEZORGING(7, Section.BESLUITEN, "Wmo 2.3.5"),
    /** A legal act that a carer prepared and the resident has yet to confirm. Nobody handles it. */
    KLAARGEZET(12, Section.BESLUITEN, "Awb 7:4"),
    /** The same for a signature under the plan. */
    KLAARGEZET_PLAN(13, Section.PLAN, "Wmo 2.3.2"),
    /** Where a situation stands on the escalation ladder (AVE). */
    OPSCHALING(20, Section.PLAN, "Wmo 2.3.2"),
    /** What the resident asks about their data, and a line of the log that is not right (AVG 12-21). */
    VERZOEK(30, Section.PRIVACY, "AVG 12");

    private final int number;
    private final Section section;
    private final String statute;
    private final String decidersStatute;

    ProcedureKind(int number, Section section, String statute) {
        this(number, section, statute, statute);
    }

    ProcedureKind(int number, Section section, String statute, String decidersStatute) {
        this.number = number;
        this.section = section;
        this.statute = statute;
        this.decidersStatute = decidersStatute;
    }

    /** Under which it is stored; never reused. */
    public int number() {
        return number;
    }

    public Section section() {
        return section;
    }

    /** The task of who handles it, as {@code CaseAssignments} knows it. */
    public String statute() {
        return statute;
    }

    /** The task of who decides in it, where that is not the one who handles it. */
    public String decidersStatute() {
        return decidersStatute;
    }

    /** Whether it goes with another procedure of the same resident, from hand to hand: nobody gives it by itself. */
    boolean goesWith(ProcedureKind other) {
        return this == BESLUIT && other == AANVRAAG;
    }

    /**
     * Whether who handles it takes it up by themselves: nobody gives it, and no list of who gives cases shows it (AVG
     * 38 lid 3).
     */
    boolean isTakenUp() {
        return this == VERZOEK;
    }

    /** @throws IllegalArgumentException when no kind has that number */
    static ProcedureKind ofNumber(int number) {
        return Arrays.stream(values())
                .filter(kind -> kind.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no procedure has number " + number));
    }
}
