package nl.voorelkaar.portal.workspace.dossiers;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.CaseAssignment;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;

/**
 * A dossier that is open for a professional now, with every ground on which it is.
 *
 * @param name to recognise the resident by; empty when no ground covers that
 * @param grounds at least one, soonest end first
 */
public record HeldDossier(ResidentId resident, Optional<String> name, List<Ground> grounds) {

    public HeldDossier {
        grounds = grounds.stream().sorted(Comparator.comparing(Ground::lastDay)).toList();
    }

    /** What this dossier is called in addresses: the id of a ground, which only its holder can use. */
    public String handle() {
        return grounds.getLast().id().toString();
    }

    /** The last day of the ground that ends first. */
    public LocalDate firstEnd() {
        return grounds.getFirst().lastDay();
    }

    public Set<Section> sections() {
        var sections = EnumSet.noneOf(Section.class);
        grounds.forEach(ground -> sections.addAll(ground.sections()));
        return sections;
    }

    @Override
    public String toString() {
        return "HeldDossier[" + resident + "]";
    }

    /** Why a dossier is open. */
    public sealed interface Ground {

        UUID id();

        Set<Section> sections();

        LocalDate lastDay();

        /** @param standIn given to a colleague, for the team when that colleague is absent */
        record ByConsent(Grant grant, boolean standIn) implements Ground {

            @Override
            public UUID id() {
                return grant.id().value();
            }

            @Override
            public Set<Section> sections() {
                return grant.terms().sections();
            }

            @Override
            public LocalDate lastDay() {
                return grant.terms().until();
            }
        }

        record ByLaw(CaseAssignment assignment) implements Ground {

            @Override
            public UUID id() {
                return assignment.id();
            }

            @Override
            public Set<Section> sections() {
                return assignment.sections();
            }

            @Override
            public LocalDate lastDay() {
                return CalendarDays.dayOf(assignment.until().minusNanos(1));
            }
        }
    }
}
