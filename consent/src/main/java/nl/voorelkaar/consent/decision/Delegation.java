package nl.voorelkaar.consent.decision;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Access.Action;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.OwnAct;
import nl.voorelkaar.consent.Section;

/**
 * What each scope of a mandate opens, in one list (DOMAIN §2.6). What is not in it, a carer cannot do.
 *
 * <pre>
 *   reads   sections that the scope lets a carer read; their keys are what the mandate's box holds
 *   adds    "here" adds to the parts of Mijn deel that the same mandate lets the carer read; "-" adds nothing
 *   steps   steps of procedures in the sections that it reads; a legal act is prepared, and the resident confirms it
 * </pre>
 *
 * <p>BERICHTEN, AFSPRAKEN and TOESTEMMING_BEHEREN open no section: the first lets a carer hear that there is news.
 */
public final class Delegation {

    private static final String TABLE = """
            scope                reads       adds  steps
            LEZEN_PLAN           PLAN        -     -
            LEZEN_BESLUITEN      BESLUITEN   -     -
            LEZEN_GEZONDHEID     GEZONDHEID  -     -
            BERICHTEN            -           -     -
            AFSPRAKEN            -           -     -
            DOCUMENTEN_TOEVOEGEN -           here  -
            MELDING              MELDING     -     onderzoek.report,onderzoek.own-plan,onderzoek.companion,onderzoek.remark
            AANVRAAG             BESLUITEN   -     aanvraag.file,aanvraag.supply,aanvraag.view
            BEZWAAR              BESLUITEN   -     bezwaar.prepare,bezwaar.prepare-withdrawal
            KLACHT               KLACHT      -     klacht.file
            ONDERTEKENEN         PLAN        -     plan.prepare-signature,plan.prepare-withdrawal
            TOESTEMMING_BEHEREN  -           -     -
            """;

    private static final Set<String> NEVER =
            Arrays.stream(OwnAct.values()).map(OwnAct::step).collect(Collectors.toUnmodifiableSet());

    private static final Map<MandateScope, Row> ROWS = read(TABLE);

    private static final Set<String> BY_LAW = ROWS.values().stream()
            .flatMap(row -> row.steps.stream())
            .filter(step -> !step.contains(".prepare-") && !step.endsWith(".prepare"))
            .collect(Collectors.toUnmodifiableSet());

    private record Row(Optional<Section> reads, boolean adds, Set<String> steps) {}

    private Delegation() {}

    /** The steps that nobody takes for a resident. */
    public static Set<String> never() {
        return NEVER;
    }

    /** The sections that these scopes let a carer read: the ones whose keys go along. */
    public static Set<Section> opened(Set<MandateScope> scopes) {
        var sections = EnumSet.noneOf(Section.class);
        scopes.forEach(scope -> ROWS.get(scope).reads.ifPresent(sections::add));
        return sections;
    }

    /** The steps that this scope lets a carer take. */
    public static Set<String> steps(MandateScope scope) {
        return ROWS.get(scope).steps;
    }

    /**
     * The steps that somebody who speaks for a resident by law can take: those that a mandate can give at once. What a
     * mandate only prepares waits for the resident, and a legal representative has nobody to wait for; such acts are
     * not carried here.
     */
    static Set<String> byLaw() {
        return BY_LAW;
    }

    /**
     * Whether these scopes carry this action in a section that they open; in the municipal file nobody adds for a
     * resident.
     */
    static boolean carries(Set<MandateScope> scopes, Section section, Action action, Optional<String> step) {
        return switch (action) {
            case READ -> true;
            case ADD -> scopes.stream().anyMatch(scope -> ROWS.get(scope).adds);
            case EDIT, REMOVE -> false;
            case TAKE_PART ->
                scopes.stream()
                        .map(ROWS::get)
                        .filter(row -> row.reads.equals(Optional.of(section)))
                        .anyMatch(row -> step.filter(row.steps::contains).isPresent());
        };
    }

    private static Map<MandateScope, Row> read(String table) {
        var rows = new EnumMap<MandateScope, Row>(MandateScope.class);
        table.lines()
                .skip(1)
                .map(line -> line.split(" +"))
                .forEach(cells -> rows.put(
                        MandateScope.valueOf(cells[0]),
                        new Row(
                                Optional.of(cells[1])
                                        .filter(name -> !name.equals("-"))
                                        .map(Section::valueOf),
                                cells[2].equals("here"),
                                cells[3].equals("-")
                                        ? Set.of()
                                        : Arrays.stream(cells[3].split(",")).collect(Collectors.toUnmodifiableSet()))));
        return rows;
    }
}
