package nl.voorelkaar.dossier.intake;

/** What an onderzoek looks at (Wmo 2.3.2 lid 4). */
public enum Topic {
    NEEDS_AND_WISHES,
    OWN_STRENGTH,
    INFORMAL_CARE_AND_NETWORK,
    SUPPORT_FOR_CARER,
    GENERAL_PROVISION,
    OTHER_DOMAINS,
    CONTRIBUTION
}
