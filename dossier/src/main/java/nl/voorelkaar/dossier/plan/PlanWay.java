package nl.voorelkaar.dossier.plan;

/** How a plan comes about. Stored by name. */
public enum PlanWay {
    /** By resident and gespreksvoerder together. */
    SAMEN,
    /** By parents with relatives and others around them (Jeugdwet 1.1, 4.1.2). */
    FAMILIEGROEPSPLAN,
    /** In an Eigen Kracht-conferentie, led by an independent coordinator. */
    EIGEN_KRACHT,
    /** By joining the plan of somebody of the same household: never chosen, always joined. */
    HUISHOUDEN;

    /** What somebody can choose who begins a plan. */
    public static java.util.List<PlanWay> toBegin() {
        return java.util.List.of(SAMEN, FAMILIEGROEPSPLAN, EIGEN_KRACHT);
    }
}
