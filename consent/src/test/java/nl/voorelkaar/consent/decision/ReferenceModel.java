package nl.voorelkaar.consent.decision;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of access a second time, written from DOMAIN §4 as plain tables of words and numbers. Shares no type and no
 * line with the rules under test, so that a slip has to be made twice.
 */
final class ReferenceModel {

    /**
     * role : statutes : sections read : sections written : sections where steps are taken and nothing else is written.
     */
    private static final String BY_LAW = """
            GSP : Wmo 2.3.2, Wmo 2.3.3, Wmo 2.3.5, Wmo 2.3.9, Jeugdwet 2.3 : 21 22 23 24 25 28 : 22 23 25
            GSP : Wmo 5.2.6 : 21 22 23 24 25 27 28 : 22 23 25
            GSP : Wgs 3 : 21 22 23 24 25 26 28 : 22 23 25
            CM : Wmo 2.3.2, Wmo 2.3.3, Wmo 2.3.5, Wmo 2.3.9, Jeugdwet 2.3 : 21 22 23 24 25 28 : 25 : 22
            CM : Wmo 5.2.6 : 21 22 23 24 25 27 28 : 25 : 22
            AANB : Wmo 5.1.2 : 21 :
            KCC : Wmo 2.3.2 : 21 : 21 22
            BES : Wmo 2.3.3, Wmo 2.3.5, Wmo 2.3.9, Jeugdwet 2.3 : 21 22 25 28 : 28
            BES : Wmo 2.3.6, Wgs 3 : 21 22 25 26 28 : 28
            JUR : Awb 7:4 : 21 22 23 24 25 26 27 28 : 28
            KLB : Awb 9:10 : 21 29 : 29
            FG : AVG 12 : 30 : 30
            """;

    /** role : sections that the resident can open. */
    private static final String BY_CONSENT = """
            GSP : 1 2 3 4 5 6 7 26
            CM : 1 2 3 4 5 6 7 23 26
            SPEC : 1 2 3 4 5 6 7 21 22 23 24 25 26
            AANB : 1 2 3 4 5 6 7 23 24 25
            JUR : 1 2 3 4 5 6 7
            KLB : 1 2 3 4 5 6 7
            CO : 1 2 3 4 5 6 7
            """;

    /** reason : roles : sections that an emergency opens, to read. */
    private static final String BROKEN_GLASS = """
            LEVENSGEVAAR : GSP CM : 21 23 24
            VEILIGHEID_KIND : GSP CM : 21 24 27
            CRISIS_24U : GSP CM : 21 23 25
            ANDERS : GSP CM : 21
            """;

    /** What a grant in a state is worth at a moment. */
    private static final String IN_TIME = """
            state        before         start    during   last     end      after
            ACTIEF       NOT_YET_VALID  yes      yes      yes      EXPIRED  EXPIRED
            GEPAUZEERD   NOT_YET_VALID  PAUSED   PAUSED   PAUSED   EXPIRED  EXPIRED
            INGETROKKEN  STOPPED        STOPPED  STOPPED  STOPPED  STOPPED  STOPPED
            VERVANGEN    STOPPED        STOPPED  STOPPED  STOPPED  STOPPED  STOPPED
            BEEINDIGD    STOPPED        STOPPED  STOPPED  STOPPED  STOPPED  STOPPED
            VERLOPEN     EXPIRED        EXPIRED  EXPIRED  EXPIRED  EXPIRED  EXPIRED
            """;

    /**
     * scope : section read : steps. Whether documents can be added is {@code DOCUMENTEN_TOEVOEGEN}, where it reads in
     * Mijn deel.
     */
    private static final String BY_MANDATE = """
            LEZEN_PLAN : 25 : -
            LEZEN_BESLUITEN : 28 : -
            LEZEN_GEZONDHEID : 2 : -
            BERICHTEN : - : -
            AFSPRAKEN : - : -
            DOCUMENTEN_TOEVOEGEN : - : -
            MELDING : 22 : onderzoek.report onderzoek.own-plan onderzoek.companion onderzoek.remark
            AANVRAAG : 28 : aanvraag.file aanvraag.supply aanvraag.view
            BEZWAAR : 28 : bezwaar.prepare bezwaar.prepare-withdrawal
            KLACHT : 29 : klacht.file
            ONDERTEKENEN : 25 : plan.prepare-signature plan.prepare-withdrawal
            TOESTEMMING_BEHEREN : - : -
            """;

    private static final String NEVER_BY_ANOTHER = "machtiging.invite machtiging.confirm machtiging.narrow"
            + " machtiging.stop machtiging.digest bezorging.choose dossier.erase dossier.erase-now dossier.keep"
            + " plan.start-early nood.review";

    /** What a mandate in a state is worth at a moment. */
    private static final String MANDATE_IN_TIME = """
            state        before         start          during         last           end            after
            UITGENODIGD  NOT_YET_VALID  NOT_YET_VALID  NOT_YET_VALID  NOT_YET_VALID  NOT_YET_VALID  NOT_YET_VALID
            GEACCEPTEERD NOT_YET_VALID  NOT_YET_VALID  NOT_YET_VALID  NOT_YET_VALID  NOT_YET_VALID  NOT_YET_VALID
            ACTIEF       NOT_YET_VALID  yes            yes            yes            EXPIRED        EXPIRED
            AFGEWEZEN    STOPPED        STOPPED        STOPPED        STOPPED        STOPPED        STOPPED
            INGETROKKEN  STOPPED        STOPPED        STOPPED        STOPPED        STOPPED        STOPPED
            OPGEZEGD     STOPPED        STOPPED        STOPPED        STOPPED        STOPPED        STOPPED
            BEEINDIGD    STOPPED        STOPPED        STOPPED        STOPPED        STOPPED        STOPPED
            VERLOPEN     EXPIRED        EXPIRED        EXPIRED        EXPIRED        EXPIRED        EXPIRED
            """;

    /** Who speaks by law : at which ages or under which measure : sections read. */
    private static final String BY_LIFE = """
            OUDER VOOGD : 11 : 1 2 3 4 5 6 7 21 22 23 25 26 28 29
            OUDER VOOGD : 12 15 : 21 22 23 25 26 28 29
            CURATOR : curator : 1 2 3 4 5 6 7 21 22 23 25 26 28 29
            MENTOR : mentor : 1 2 4 5 6 7 21 22 23 25 28 29
            BEWINDVOERDER : bewind : 3 26
            GEVOLMACHTIGDE : volmacht : 21 22 23 25 26 28 29
            """;

    private static final List<String> FAR_TO_NEAR = List.of(
            "NO_GROUND",
            "NOT_FOR_THIS_PARTY",
            "SECTION_NOT_GRANTED",
            "STOPPED",
            "EXPIRED",
            "NOT_YET_VALID",
            "PAUSED",
            "RIGHT_NOT_GRANTED");

    private final Map<String, Set<String>> readByLaw = new HashMap<>();
    private final Map<String, Set<String>> writtenByLaw = new HashMap<>();
    private final Map<String, Set<String>> steppedByLaw = new HashMap<>();
    private final Map<String, Set<String>> readEver = new HashMap<>();
    private final Map<String, Set<String>> writtenEver = new HashMap<>();
    private final Map<String, Set<String>> steppedEver = new HashMap<>();
    private final Map<String, Set<String>> consent = new HashMap<>();
    private final Map<String, Set<String>> glass = new HashMap<>();
    private final Map<String, Map<String, String>> inTime;
    private final Map<String, Map<String, String>> mandateInTime;
    private final Map<String, Map<String, String>> consultInTime;
    private final Map<String, Set<String>> readByScope = new HashMap<>();
    private final Map<String, Set<String>> stepsByScope = new HashMap<>();

    ReferenceModel() {
        for (var line : BY_LAW.split("\n")) {
            var cells = line.split(" : ?", -1);
            var stepped = words(cells[3]);
            if (cells.length > 4) {
                stepped.addAll(words(cells[4]));
            }
            for (var statute : cells[1].split(", ")) {
                readByLaw.put(cells[0] + "/" + statute, words(cells[2]));
                writtenByLaw.put(cells[0] + "/" + statute, words(cells[3]));
                steppedByLaw.put(cells[0] + "/" + statute, stepped);
            }
            readEver.computeIfAbsent(cells[0], role -> new HashSet<>()).addAll(words(cells[2]));
            writtenEver.computeIfAbsent(cells[0], role -> new HashSet<>()).addAll(words(cells[3]));
            steppedEver.computeIfAbsent(cells[0], role -> new HashSet<>()).addAll(stepped);
        }
        for (var line : BY_CONSENT.split("\n")) {
            var cells = line.split(" : ");
            consent.put(cells[0], words(cells[1]));
        }
        for (var line : BROKEN_GLASS.split("\n")) {
            var cells = line.split(" : ");
            words(cells[1]).forEach(role -> glass.put(role + "/" + cells[0], words(cells[2])));
        }
        for (var line : BY_MANDATE.split("\n")) {
            var cells = line.split(" : ");
            readByScope.put(cells[0], words(cells[1]));
            stepsByScope.put(cells[0], words(cells[2]));
        }
        inTime = grid(IN_TIME);
        mandateInTime = grid(MANDATE_IN_TIME);
        consultInTime = grid(CONSULT_IN_TIME);
    }

    private static Map<String, Map<String, String>> grid(String table) {
        var grid = new HashMap<String, Map<String, String>>();
        var lines = table.split("\n");
        var moments = lines[0].split(" +");
        for (var line : Arrays.copyOfRange(lines, 1, lines.length)) {
            var cells = line.split(" +");
            var row = new HashMap<String, String>();
            for (var i = 1; i < cells.length; i++) {
                row.put(moments[i], cells[i]);
            }
            grid.put(cells[0], row);
        }
        return grid;
    }

    private static Map<String, Set<String>> table(
            String action,
            Map<String, Set<String>> read,
            Map<String, Set<String>> stepped,
            Map<String, Set<String>> written) {
        return action.equals("READ") ? read : action.equals("TAKE_PART") ? stepped : written;
    }

    private static Set<String> words(String cell) {
        return new HashSet<>(Arrays.asList(cell.strip().split(" ")));
    }

    /** @param statute empty when there is no case */
    record Case(String statute, boolean mine, boolean here, boolean covers, String moment) {}

    record Glass(String reason, boolean mine, boolean here, boolean covers, String moment) {}

    record Gift(boolean forMe, boolean here, boolean covers, String state, String moment, boolean add) {}

    /** @return {@code EIGEN_DOSSIER} or a reason */
    String resident(String level, boolean own, int section, String action) {
        if (level.equals("BASIS") || level.equals("MIDDEN")) {
            return "ASSURANCE_TOO_LOW";
        }
        if (!own) {
            return "NOT_THE_RESIDENT";
        }
        return section < 20 || action.equals("READ") || action.equals("TAKE_PART")
                ? "EIGEN_DOSSIER"
                : "MUNICIPAL_FILE_IS_KEPT";
    }

    record Power(boolean forMe, boolean here, boolean sameMandate, Set<String> scopes, String state, String moment) {}

    /** Of an act that stays with the resident. @return a reason */
    String anybodyElse(String level) {
        return level.equals("BASIS") || level.equals("MIDDEN") ? "ASSURANCE_TOO_LOW" : "NEVER_DELEGATED";
    }

    /** @return whether it stays with the resident */
    boolean stays(String step) {
        return words(NEVER_BY_ANOTHER).contains(step);
    }

    /** @return {@code MACHTIGING} or a reason */
    String acting(String level, boolean own, int section, String action, String step, List<Power> powers) {
        if (level.equals("BASIS") || level.equals("MIDDEN")) {
            return "ASSURANCE_TOO_LOW";
        }
        if (stays(step)) {
            return "NEVER_DELEGATED";
        }
        if (!own) {
            return "NOT_THE_RESIDENT";
        }
        if (section >= 20 && !action.equals("READ") && !action.equals("TAKE_PART")) {
            return "MUNICIPAL_FILE_IS_KEPT";
        }
        var best = 0;
        for (var power : powers) {
            var worth = worth(power, String.valueOf(section), action, step);
            if (worth.equals("yes")) {
                return "MACHTIGING";
            }
            best = Math.max(best, FAR_TO_NEAR.indexOf(worth));
        }
        return FAR_TO_NEAR.get(best);
    }

    /** Help with one thing: to read that one thing, asked for by itself. */
    record Help(
            boolean forMe,
            boolean here,
            boolean same,
            boolean thisThing,
            boolean thisSection,
            String state,
            String moment) {}

    /** @return {@code MACHTIGING} or a reason */
    String helping(String level, int section, String action, String step, Help help) {
        if (level.equals("BASIS") || level.equals("MIDDEN")) {
            return "ASSURANCE_TOO_LOW";
        }
        if (stays(step)) {
            return "NEVER_DELEGATED";
        }
        if (section >= 20 && !action.equals("READ") && !action.equals("TAKE_PART")) {
            return "MUNICIPAL_FILE_IS_KEPT";
        }
        if (!help.here || !help.same) {
            return "NO_GROUND";
        }
        if (!help.forMe) {
            return "NOT_FOR_THIS_PARTY";
        }
        if (!help.thisThing || !help.thisSection) {
            return "SECTION_NOT_GRANTED";
        }
        var worth = mandateInTime.get(help.state).get(help.moment);
        if (!worth.equals("yes")) {
            return worth;
        }
        return action.equals("READ") ? "MACHTIGING" : "RIGHT_NOT_GRANTED";
    }

    /** What a question to an expert is worth in a state at a moment. */
    private static final String CONSULT_IN_TIME = """
            state       before         start          during         last           end            after
            GEVRAAGD    NOT_YET_VALID  NOT_YET_VALID  NOT_YET_VALID  NOT_YET_VALID  NOT_YET_VALID  NOT_YET_VALID
            OPEN        NOT_YET_VALID  yes            yes            yes            EXPIRED        EXPIRED
            GEWEIGERD   STOPPED        STOPPED        STOPPED        STOPPED        STOPPED        STOPPED
            BEANTWOORD  STOPPED        STOPPED        STOPPED        STOPPED        STOPPED        STOPPED
            INGETROKKEN STOPPED        STOPPED        STOPPED        STOPPED        STOPPED        STOPPED
            GESTOPT     STOPPED        STOPPED        STOPPED        STOPPED        STOPPED        STOPPED
            VERLOPEN    EXPIRED        EXPIRED        EXPIRED        EXPIRED        EXPIRED        EXPIRED
            """;

    record Put(boolean toMe, boolean here, boolean asked, boolean thisSection, String state, String moment) {}

    /** Only an expert, only what was put to them, to read it and to answer. @return {@code TOESTEMMING} or a reason */
    String consulted(String level, String relation, String role, int section, String action, String step, Put put) {
        if (level.equals("BASIS") || level.equals("MIDDEN")) {
            return "ASSURANCE_TOO_LOW";
        }
        if (!relation.equals("NONE")) {
            return relation.equals("OWN") ? "OWN_DOSSIER" : "OWN_HOUSEHOLD";
        }
        var number = String.valueOf(section);
        var ever = table(action, readEver, steppedEver, writtenEver);
        if (!consent.getOrDefault(role, Set.of()).contains(number)
                && !ever.getOrDefault(role, Set.of()).contains(number)) {
            return "ROLE_MAY_NOT";
        }
        if (!role.equals("SPEC") || !put.here || !put.asked) {
            return "NO_GROUND";
        }
        if (!put.toMe) {
            return "NOT_FOR_THIS_PARTY";
        }
        if (!put.thisSection) {
            return "SECTION_NOT_GRANTED";
        }
        var worth = consultInTime.get(put.state).get(put.moment);
        if (!worth.equals("yes")) {
            return worth;
        }
        return action.equals("READ") || step.equals("raad.answer") ? "TOESTEMMING" : "RIGHT_NOT_GRANTED";
    }

    /** Tasks by role, of giving cases: the first of the table of statutes. */
    private static final String TASKS = """
            GSP : Wmo 2.3.2, Wmo 2.3.3, Wmo 2.3.5, Wmo 2.3.9, Wmo 5.2.6, Jeugdwet 2.3, Wgs 3
            CM : Wmo 2.3.2, Wmo 2.3.3, Wmo 2.3.5, Wmo 2.3.9, Wmo 5.2.6, Jeugdwet 2.3
            KCC : Wmo 2.3.2
            BES : Wmo 2.3.3, Wmo 2.3.5, Wmo 2.3.6, Wmo 2.3.9, Jeugdwet 2.3, Wgs 3, Awb 7:11
            AANB : Wmo 5.1.2
            JUR : Awb 7:4
            KLB : Awb 9:10
            FG : AVG 12
            """;

    /** Whether a case with these tasks can go to somebody. @return {@code yes} or why not */
    String handing(String relation, String role, Set<String> tasks, Set<String> refused) {
        if (!relation.equals("NONE")) {
            return "TOO_CLOSE";
        }
        for (var task : tasks) {
            if (refused.contains(task)) {
                return "REFUSED_BY_NAME";
            }
        }
        var theirs = new HashSet<String>();
        for (var line : TASKS.split("\n")) {
            var cells = line.split(" : ");
            if (cells[0].equals(role)) {
                theirs.addAll(Arrays.asList(cells[1].split(", ")));
            }
        }
        return theirs.containsAll(tasks) ? "yes" : "NOT_THEIR_TASK";
    }

    /**
     * @param life an age, {@code curator}, {@code mentor}, {@code bewind} or {@code volmacht}: what is true of the
     *     resident
     * @return {@code VERTEGENWOORDIGING} or a reason
     */
    String represented(
            String level,
            String kind,
            String life,
            int section,
            String action,
            String step,
            boolean here,
            boolean known,
            boolean mine,
            String moment) {
        if (level.equals("BASIS") || level.equals("MIDDEN")) {
            return "ASSURANCE_TOO_LOW";
        }
        if (stays(step)) {
            return "NEVER_DELEGATED";
        }
        if (!here) {
            return "NOT_THE_RESIDENT";
        }
        if (section > 20 && !action.equals("READ") && !action.equals("TAKE_PART")) {
            return "MUNICIPAL_FILE_IS_KEPT";
        }
        if (!known) {
            return "NO_GROUND";
        }
        if (!mine) {
            return "NOT_FOR_THIS_PARTY";
        }
        if (moment.equals("before")) {
            return "NOT_YET_VALID";
        }
        if (moment.equals("end") || moment.equals("after")) {
            return "EXPIRED";
        }
        var number = String.valueOf(section);
        var reads = false;
        for (var line : BY_LIFE.split("\n")) {
            var cells = line.split(" : ");
            reads |= words(cells[0]).contains(kind)
                    && words(cells[1]).contains(life)
                    && words(cells[2]).contains(number);
        }
        if (!reads) {
            return "SECTION_NOT_GRANTED";
        }
        return switch (action) {
            case "READ", "ADD" -> "VERTEGENWOORDIGING";
            case "TAKE_PART" -> step.equals("aanvraag.file") ? "VERTEGENWOORDIGING" : "RIGHT_NOT_GRANTED";
            default -> "RIGHT_NOT_GRANTED";
        };
    }

    private String worth(Power power, String section, String action, String step) {
        if (!power.here || !power.sameMandate) {
            return "NO_GROUND";
        }
        if (!power.forMe) {
            return "NOT_FOR_THIS_PARTY";
        }
        var reading = power.scopes.stream()
                .filter(scope -> readByScope.get(scope).contains(section))
                .toList();
        if (reading.isEmpty()) {
            return "SECTION_NOT_GRANTED";
        }
        var worth = mandateInTime.get(power.state).get(power.moment);
        if (!worth.equals("yes")) {
            return worth;
        }
        var can = action.equals("READ")
                || action.equals("ADD")
                        && Integer.parseInt(section) < 20
                        && power.scopes.contains("DOCUMENTEN_TOEVOEGEN")
                || action.equals("TAKE_PART")
                        && reading.stream()
                                .anyMatch(scope -> stepsByScope.get(scope).contains(step));
        return can ? "yes" : "RIGHT_NOT_GRANTED";
    }

    /** @return {@code WETTELIJKE_TAAK}, {@code TOESTEMMING} or a reason */
    String professional(
            String level,
            String relation,
            String role,
            int section,
            String action,
            List<Case> cases,
            List<Gift> gifts) {
        return professional(level, relation, role, section, action, cases, gifts, List.of());
    }

    /** @return a ground or a reason */
    String professional(
            String level,
            String relation,
            String role,
            int section,
            String action,
            List<Case> cases,
            List<Gift> gifts,
            List<Glass> broken) {
        if (level.equals("BASIS") || level.equals("MIDDEN")) {
            return "ASSURANCE_TOO_LOW";
        }
        if (!relation.equals("NONE")) {
            return relation.equals("OWN") ? "OWN_DOSSIER" : "OWN_HOUSEHOLD";
        }
        var number = String.valueOf(section);
        var consentPossible = consent.getOrDefault(role, Set.of()).contains(number);
        var ever = table(action, readEver, steppedEver, writtenEver);
        if (!consentPossible && !ever.getOrDefault(role, Set.of()).contains(number)) {
            return "ROLE_MAY_NOT";
        }
        var best = 0;
        for (var one : cases) {
            var table = table(action, readByLaw, steppedByLaw, writtenByLaw);
            if (one.mine
                    && one.here
                    && one.covers
                    && table.getOrDefault(role + "/" + one.statute, Set.of()).contains(number)) {
                switch (one.moment) {
                    case "before" -> best = Math.max(best, FAR_TO_NEAR.indexOf("NOT_YET_VALID"));
                    case "end", "after" -> best = Math.max(best, FAR_TO_NEAR.indexOf("EXPIRED"));
                    default -> {
                        return "WETTELIJKE_TAAK";
                    }
                }
            }
        }
        if (consentPossible) {
            for (var gift : gifts) {
                var worth = worth(gift, action);
                if (worth.equals("yes")) {
                    return "TOESTEMMING";
                }
                best = Math.max(best, FAR_TO_NEAR.indexOf(worth));
            }
        }
        for (var one : broken) {
            if (one.mine
                    && one.here
                    && one.covers
                    && glass.getOrDefault(role + "/" + one.reason, Set.of()).contains(number)) {
                var now = Set.of("start", "during", "last").contains(one.moment);
                if (now && action.equals("READ")) {
                    return "VITAAL_BELANG";
                }
                var miss = now ? "RIGHT_NOT_GRANTED" : one.moment.equals("before") ? "NOT_YET_VALID" : "EXPIRED";
                best = Math.max(best, FAR_TO_NEAR.indexOf(miss));
            }
        }
        return FAR_TO_NEAR.get(best);
    }

    private String worth(Gift gift, String action) {
        if (!gift.here) {
            return "NO_GROUND";
        }
        if (!gift.forMe) {
            return "NOT_FOR_THIS_PARTY";
        }
        if (!gift.covers) {
            return "SECTION_NOT_GRANTED";
        }
        var worth = inTime.get(gift.state).get(gift.moment);
        return worth.equals("yes") && !action.equals("READ") && !gift.add ? "RIGHT_NOT_GRANTED" : worth;
    }
}
