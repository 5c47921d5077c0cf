package nl.voorelkaar.dossier.plan;

/** Whose task it is. Stored by name. */
public enum TaskOwner {
    RESIDENT,
    /** Family, friends, neighbours, volunteers. */
    NETWORK,
    PROFESSIONAL,
    PROVIDER
}
