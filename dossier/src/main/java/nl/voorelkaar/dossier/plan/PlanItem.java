package nl.voorelkaar.dossier.plan;

import java.util.Arrays;
import java.util.List;

/** The six items of a plan, in their fixed order. */
public enum PlanItem {
    /** What the support is for: what can the resident do then that is not possible now. */
    RESULTAAT,
    TIJDPAD,
    /** The mix of own strength, network, general services and individual support. */
    ARRANGEMENT,
    /** What the resident does for others; never a condition. */
    BIJDRAGE,
    /** Who does what from here. */
    TAKEN,
    /** How long, and how the plan is followed. */
    DUUR;

    public List<PlanPart> parts() {
        return Arrays.stream(PlanPart.values())
                .filter(part -> part.item().filter(this::equals).isPresent())
                .toList();
    }
}
