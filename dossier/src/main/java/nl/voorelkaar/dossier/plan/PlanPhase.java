package nl.voorelkaar.dossier.plan;

import java.util.List;

/** Where the making of a plan is, for the ways that have phases. Stored by name. */
public enum PlanPhase {
    /** Everybody hears what is going on and what is possible. */
    INFORMATIE,
    /** The family and those around them talk among themselves: professionals do not write. */
    BESLOTEN_TIJD,
    /** The family presents its plan; then it is written down together. */
    PRESENTATIE;

    /** In order; none for a plan that is made together from the start. */
    public static List<PlanPhase> of(PlanWay way) {
        return switch (way) {
            case SAMEN, HUISHOUDEN -> List.of();
            case FAMILIEGROEPSPLAN, EIGEN_KRACHT -> List.of(values());
        };
    }
}
