package nl.voorelkaar.consent.gate;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
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

    @Override
    public LocalDate validFrom() {
        return NeedToKnow.VALID_FROM;
    }

    @Override
    public List<ByLaw> byLaw() {
        return Arrays.stream(Statute.values())
                .flatMap(statute -> Arrays.stream(Role.values())
                        .filter(statute::isTaskOf)
                        .map(role -> new ByLaw(
                                statute.citation(),
                                role,
                                opened(role, statute, Action.READ),
                                opened(role, statute, Action.ADD))))
                .toList();
    }

    @Override
    public List<ByConsent> byConsent() {
        return Arrays.stream(Role.values())
                .map(role -> new ByConsent(role, NeedToKnow.askable(role)))
                .filter(row -> !row.sections().isEmpty())
                .toList();
    }

    private static Set<Section> opened(Role role, Statute statute, Action action) {
        var sections = EnumSet.noneOf(Section.class);
        Arrays.stream(Section.values())
                .filter(section -> NeedToKnow.byLaw(role, section, action, statute))
                .forEach(sections::add);
        return sections;
    }
}
