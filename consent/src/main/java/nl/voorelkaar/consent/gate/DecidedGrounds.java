package nl.voorelkaar.consent.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import nl.voorelkaar.consent.Access.Action;
import nl.voorelkaar.consent.GroundTable;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.decision.NeedToKnow;
import nl.voorelkaar.consent.decision.Statute;
import org.springframework.stereotype.Component;

/** Reads the very table that the decisions read. */
@Component
class DecidedGrounds implements GroundTable {

    private static final Properties SINCE = read();

    private final List<ByLaw> byLaw = tasks();
    private final List<ByConsent> byConsent = questions();

    @Override
    public List<ByLaw> byLaw() {
        return byLaw;
    }

    @Override
    public List<ByConsent> byConsent() {
        return byConsent;
    }

    private static List<ByLaw> tasks() {
        return Arrays.stream(Statute.values())
                .flatMap(statute -> Arrays.stream(Role.values())
                        .filter(statute::isTaskOf)
                        .map(role -> {
                            var reads = opened(role, statute, Action.READ);
                            var writes = opened(role, statute, Action.ADD);
                            return new ByLaw(
                                    statute.citation(),
                                    role,
                                    reads,
                                    writes,
                                    since(statute.name() + "." + role, reads + "/" + writes));
                        }))
                .toList();
    }

    private static List<ByConsent> questions() {
        return Arrays.stream(Role.values())
                .filter(role -> !NeedToKnow.askable(role).isEmpty())
                .map(role -> {
                    var asked = NeedToKnow.askable(role);
                    return new ByConsent(
                            role,
                            asked,
                            since("CONSENT." + role, EnumSet.copyOf(asked).toString()));
                })
                .toList();
    }

    /**
     * Since when a row is as it is: {@code grounds-since.properties} has a day and a print of what it opened on that
     * day.
     *
     * @throws IllegalStateException when the row changed and nobody gave it a new day
     */
    private static LocalDate since(String row, String opens) {
        var kept = SINCE.getProperty(row, "");
        var print = Integer.toHexString(opens.hashCode());
        if (!kept.endsWith(" " + print)) {
            throw new IllegalStateException("no day for " + row + " " + print);
        }
        return LocalDate.parse(kept.substring(0, kept.indexOf(' ')));
    }

    private static Properties read() {
        try (var file = DecidedGrounds.class.getResourceAsStream("grounds-since.properties")) {
            var properties = new Properties();
            properties.load(file);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Section> opened(Role role, Statute statute, Action action) {
        var sections = EnumSet.noneOf(Section.class);
        Arrays.stream(Section.values())
                .filter(section -> NeedToKnow.byLaw(role, section, action, statute))
                .forEach(sections::add);
        return sections;
    }
}
