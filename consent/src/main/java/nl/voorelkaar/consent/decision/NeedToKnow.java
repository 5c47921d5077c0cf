package nl.voorelkaar.consent.decision;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import nl.voorelkaar.consent.Access.Action;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;

/**
 * Who needs to know what, and why they may (DOMAIN §4). The privacy officer maintains it.
 *
 * <pre>
 *   R      reads, in a case that was assigned to them by law
 *   W      writes, in a case that was assigned to them by law
 *   S      takes the steps of a procedure in a case that was assigned to them by law, and writes nothing else (stap)
 *   T      only with the resident's consent (toestemming)
 *   -      never
 *   R/T    reads in an assigned case; without one, only with consent
 *   R(vt)  reads only in a case under Wmo 5.2.6 (Veilig Thuis)
 *   R(geld)  reads only in a case about debts or pgb (Wgs 3, Wmo 2.3.6)
 * </pre>
 *
 * <p>Where DOMAIN §4 gives a part of a section ("eigen deel", "status", "alleen aangehaalde feiten"), the section as a
 * whole is not given: parts cannot be told apart yet. The provider's own part of the plan is therefore T.
 */
public final class NeedToKnow {

    private static final String TABLE = """
            section      GSP        CM      SPEC  AANB  KCC  BES      JUR  KLB  TM  FG  CO
            VERHAAL      T          T       T     T     -    -        T    T    -   -   T
            GEZONDHEID   T          T       T     T     -    -        T    T    -   -   T
            GELD         T          T       T     T     -    -        T    T    -   -   T
            WONEN        T          T       T     T     -    -        T    T    -   -   T
            WERK         T          T       T     T     -    -        T    T    -   -   T
            GEZIN        T          T       T     T     -    -        T    T    -   -   T
            NETWERK      T          T       T     T     -    -        T    T    -   -   T
            CONTACT      R          R       T     R     RW   R        R    R    -   -   -
            MELDING      RW         RS      T     -     W    R        R    -    -   -   -
            LEEFGEBIEDEN RW         R/T     T     T     -    -        R    -    -   -   -
            DERDEN       R          R       T     T     -    -        R    -    -   -   -
            PLAN         RW         RW      T     T     -    R        R    -    -   -   -
            SCHULDEN     R(geld)/T  T       T     -     -    R(geld)  R    -    -   -   -
            VEILIGHEID   R(vt)      R(vt)   -     -     -    -        R    -    -   -   -
            BESLUITEN    R          R       -     -     -    RW       RW   -    -   -   -
            KLACHT       -          -       -     -     -    -        -    RW   -   -   -
            PRIVACY      -          -       -     -     -    -        -    -    -   RW  -
            """;

    private static final Map<String, Set<Statute>> ONLY_UNDER = Map.of(
            "(vt)", EnumSet.of(Statute.VEILIG_THUIS),
            "(geld)", EnumSet.of(Statute.SCHULDHULP, Statute.PGB));

    private static final Map<Section, Map<Role, Cell>> CELLS = read(TABLE);

    private NeedToKnow() {}

    /** Whether somebody in this role can be allowed this section by consent. */
    public static boolean byConsent(Role role, Section section) {
        return cell(role, section).consent();
    }

    /** Whether an assigned case on some statute lets this role do this. */
    public static boolean byLaw(Role role, Section section, Action action) {
        return cell(role, section).law(action);
    }

    /** Whether an assigned case on this statute lets this role do this. */
    public static boolean byLaw(Role role, Section section, Action action, Statute statute) {
        var cell = cell(role, section);
        return statute.isTaskOf(role) && cell.law(action) && cell.under(statute);
    }

    /** What a case on this statute opens to this role, to read or to write; empty when it is no task of the role. */
    public static Set<Section> opened(Role role, Statute statute) {
        var sections = EnumSet.noneOf(Section.class);
        for (var section : Section.values()) {
            if (byLaw(role, section, Action.READ, statute) || byLaw(role, section, Action.ADD, statute)) {
                sections.add(section);
            }
        }
        return sections;
    }

    /** What this role can be allowed by consent; empty for roles that never ask. */
    public static Set<Section> askable(Role role) {
        var sections = EnumSet.noneOf(Section.class);
        for (var section : Section.values()) {
            if (byConsent(role, section)) {
                sections.add(section);
            }
        }
        return sections;
    }

    private static Cell cell(Role role, Section section) {
        return CELLS.get(section).get(role);
    }

    private static Map<Section, Map<Role, Cell>> read(String table) {
        var rows = table.lines().map(line -> line.split(" +")).toList();
        var roles = Arrays.stream(rows.getFirst()).skip(1).map(Role::valueOf).toList();
        var cells = new EnumMap<Section, Map<Role, Cell>>(Section.class);
        for (var row : rows.subList(1, rows.size())) {
            var ofSection = new EnumMap<Role, Cell>(Role.class);
            for (var role : roles) {
                ofSection.put(role, new Cell(row[roles.indexOf(role) + 1]));
            }
            cells.put(Section.valueOf(row[0]), ofSection);
        }
        return cells;
    }

    /** One square of the table, read as the legend says each time it is asked. */
    private record Cell(String text) {

        boolean consent() {
            return text.contains("T");
        }

        boolean law(Action action) {
            return switch (action) {
                case READ -> text.contains("R");
                case TAKE_PART -> text.contains("W") || text.contains("S");
                case ADD, EDIT, REMOVE -> text.contains("W");
            };
        }

        boolean under(Statute statute) {
            return ONLY_UNDER.entrySet().stream()
                    .filter(only -> text.contains(only.getKey()))
                    .allMatch(only -> only.getValue().contains(statute));
        }
    }
}
