package nl.voorelkaar.consent.decision;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Ages;
import nl.voorelkaar.consent.Representation.Kind;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Zone;

/**
 * Whose word counts for whom, by age on the day and by the law that the matter falls under (DOMAIN §3.4, row by row).
 *
 * <pre>
 *   Z   the person (zelf)
 *   G   who has gezag: both parents, the one who has it, or the voogd
 *   V   who the measure or the volmacht names (vertegenwoordiger), as far as it reaches
 *   |   either      +   both together
 *   !   if the person can weigh the matter            0   if the person cannot
 *   ?   on request, unless a worker found it against the child's interest
 *   ^   if a worker found that it may be without the parents: serious harm, or a considered wish that persists
 * </pre>
 */
public final class WhoDecides {

    private static final String BY_AGE = """
            matter            -12  12-15   16-17  18+  measure
            CONSENT           G    G       Z      Z    V
            WITHDRAWAL        G    G|Z     Z      Z    V|Z
            RIGHTS            G    G+Z     Z      Z    V
            INSPECTION        G?   Z|G?    Z      Z    V|Z
            DISCLOSURE        G    Z!|G0   Z      Z    V
            DESTRUCTION       G    Z!|G0   Z      Z    V
            YOUTH_HELP        G    Z+G|Z^  Z      Z    V
            YOUTH_INSPECTION  G?   Z       Z      Z    V
            """;

    /**
     * How far a measure reaches: everything, care (zorg: all but money) or money (geld). Where it does not reach, the
     * person is as capable as anybody. A bewindvoerder is no vertegenwoordiger in the Wmo, and sees the money that the
     * bewind is over (BW 1:441); a gevolmachtigde is one in the Wmo and the Jeugdwet, and not in the UAVG.
     */
    private static final String REACH = """
            matter            CURATOR  MENTOR  BEWINDVOERDER  GEVOLMACHTIGDE
            CONSENT           alles    zorg    geld           -
            WITHDRAWAL        alles    zorg    geld           -
            RIGHTS            alles    zorg    geld           -
            INSPECTION        alles    zorg    geld           alles
            DISCLOSURE        alles    zorg    -              alles
            DESTRUCTION       alles    zorg    -              alles
            YOUTH_HELP        alles    zorg    -              alles
            YOUTH_INSPECTION  alles    zorg    -              alles
            """;

    private static final Set<Section> MONEY = Set.of(Section.GELD, Section.SCHULDEN);

    /**
     * Others are spoken of here, or safety is, or who looked where: never opened to who speaks for the resident (Wmo
     * 5.3.2), whom it can be about.
     */
    private static final Set<Section> HIDDEN = Set.of(Section.DERDEN, Section.VEILIGHEID, Section.PRIVACY);

    private static final Map<Matter, Map<Band, String>> CELLS = read();
    private static final Map<Matter, Map<Kind, String>> REACHES = readReach();

    private WhoDecides() {}

    /** What is decided, and under which law. */
    public enum Matter {
        /** To consent to the use of data: UAVG 5(1)-(2). */
        CONSENT,
        /** To withdraw that: UAVG 5(3). */
        WITHDRAWAL,
        /** To ask for a copy, correction or erasure: UAVG 5(4). */
        RIGHTS,
        /** To read the municipal file: Wmo 5.3.2. */
        INSPECTION,
        /** To let others have something of it: Wmo 5.3.3. */
        DISCLOSURE,
        /** To have it destroyed: Wmo 5.3.5. */
        DESTRUCTION,
        /** To agree to youth help: Jeugdwet 7.3.4-7.3.5. */
        YOUTH_HELP,
        /** To read or hand on a file of youth help: Jeugdwet 7.3.10-7.3.11. */
        YOUTH_INSPECTION;

        /** The law under which a section is read: a resident's own part by the UAVG, the municipal file by the Wmo. */
        public static Matter ofReading(Section section) {
            return section.zone() == Zone.MIJN_DEEL ? RIGHTS : INSPECTION;
        }

        /** The law under which a section is opened to somebody else. */
        public static Matter ofSharing(Section section) {
            return section.zone() == Zone.MIJN_DEEL ? CONSENT : DISCLOSURE;
        }
    }

    /** Who said so. */
    public enum Voice {
        SELF,
        /** All who have gezag, see {@link JointAuthority}. */
        AUTHORITY,
        CURATOR,
        MENTOR,
        BEWINDVOERDER,
        GEVOLMACHTIGDE;

        public static Voice of(Kind kind) {
            return switch (kind) {
                case OUDER, VOOGD -> AUTHORITY;
                case CURATOR -> CURATOR;
                case MENTOR -> MENTOR;
                case BEWINDVOERDER -> BEWINDVOERDER;
                case GEVOLMACHTIGDE -> GEVOLMACHTIGDE;
            };
        }
    }

    /** What a worker found about a person, and wrote down. */
    public enum Finding {
        CANNOT_WEIGH,
        AGAINST_THE_CHILDS_INTEREST,
        WITHOUT_THE_PARENTS
    }

    /**
     * About whom something is decided.
     *
     * @param born known of minors; empty for who is eighteen or older
     * @param measures that hold now
     */
    public record Subject(Optional<LocalDate> born, Set<Kind> measures, Set<Finding> findings) {

        /** An adult of whom nothing else is known. */
        public static final Subject CAPABLE = new Subject(Optional.empty(), Set.of(), Set.of());

        public Subject {
            measures = Set.copyOf(measures);
            findings = Set.copyOf(findings);
        }

        public static Subject born(LocalDate born) {
            return new Subject(Optional.of(born), Set.of(), Set.of());
        }
    }

    /**
     * Whether the words of these settle the matter, for this section of what is known about the subject, on this day.
     */
    public static boolean settles(Set<Voice> voices, Matter matter, Section section, Subject subject, LocalDate day) {
        var cell = CELLS.get(matter).get(band(matter, section, subject, day));
        return Arrays.stream(cell.split("\\|"))
                .anyMatch(alternative -> Arrays.stream(alternative.split("\\+"))
                        .allMatch(token -> said(token, voices, matter, section, subject) && holds(token, subject)));
    }

    /** Whether this voice can be one of those that settle the matter. */
    public static boolean counts(Voice voice, Matter matter, Section section, Subject subject, LocalDate day) {
        var others = EnumSet.complementOf(EnumSet.of(voice));
        return settles(EnumSet.allOf(Voice.class), matter, section, subject, day)
                && (settles(Set.of(voice), matter, section, subject, day)
                        || !settles(others, matter, section, subject, day));
    }

    /** Whether somebody who speaks for the subject reads this section. */
    public static boolean opens(Kind kind, Section section, Subject subject, LocalDate day) {
        return !HIDDEN.contains(section)
                && settles(Set.of(Voice.of(kind)), Matter.ofReading(section), section, subject, day);
    }

    private static boolean said(String token, Set<Voice> voices, Matter matter, Section section, Subject subject) {
        return switch (token.charAt(0)) {
            case 'Z' -> voices.contains(Voice.SELF);
            case 'G' -> voices.contains(Voice.AUTHORITY);
            default ->
                subject.measures().stream()
                        .anyMatch(kind -> voices.contains(Voice.of(kind)) && reaches(kind, matter, section));
        };
    }

    private static boolean holds(String token, Subject subject) {
        return switch (token.substring(1)) {
            case "!" -> !subject.findings().contains(Finding.CANNOT_WEIGH);
            case "0" -> subject.findings().contains(Finding.CANNOT_WEIGH);
            case "?" -> !subject.findings().contains(Finding.AGAINST_THE_CHILDS_INTEREST);
            case "^" -> subject.findings().contains(Finding.WITHOUT_THE_PARENTS);
            default -> true;
        };
    }

    private static Band band(Matter matter, Section section, Subject subject, LocalDate day) {
        var born = subject.born();
        if (born.filter(date -> !Ages.reached(date, 12, day)).isPresent()) {
            return Band.UNDER_12;
        }
        if (born.filter(date -> !Ages.reached(date, 16, day)).isPresent()) {
            return Band.FROM_12;
        }
        if (born.filter(date -> !Ages.reached(date, 18, day)).isPresent()) {
            return Band.FROM_16;
        }
        return subject.measures().stream().anyMatch(kind -> reaches(kind, matter, section))
                ? Band.MEASURE
                : Band.FROM_18;
    }

    private static boolean reaches(Kind kind, Matter matter, Section section) {
        return switch (REACHES.get(matter).getOrDefault(kind, "-")) {
            case "alles" -> true;
            case "zorg" -> !MONEY.contains(section);
            case "geld" -> MONEY.contains(section);
            default -> false;
        };
    }

    /** The columns of the table, in its order. */
    private enum Band {
        UNDER_12,
        FROM_12,
        FROM_16,
        FROM_18,
        MEASURE
    }

    private static Map<Matter, Map<Band, String>> read() {
        var cells = new EnumMap<Matter, Map<Band, String>>(Matter.class);
        rows(BY_AGE).skip(1).forEach(row -> {
            var ofMatter = new EnumMap<Band, String>(Band.class);
            for (var band : Band.values()) {
                ofMatter.put(band, row.get(band.ordinal() + 1));
            }
            cells.put(Matter.valueOf(row.getFirst()), ofMatter);
        });
        return cells;
    }

    private static Map<Matter, Map<Kind, String>> readReach() {
        var kinds = rows(REACH).findFirst().orElseThrow();
        var reaches = new EnumMap<Matter, Map<Kind, String>>(Matter.class);
        rows(REACH).skip(1).forEach(row -> {
            var ofMatter = new EnumMap<Kind, String>(Kind.class);
            for (var column = 1; column < row.size(); column++) {
                ofMatter.put(Kind.valueOf(kinds.get(column)), row.get(column));
            }
            reaches.put(Matter.valueOf(row.getFirst()), ofMatter);
        });
        return reaches;
    }

    private static java.util.stream.Stream<List<String>> rows(String table) {
        return table.lines().map(line -> List.of(line.split(" +")));
    }
}
