package nl.voorelkaar.consent;

/** Why somebody breaks the glass (DOMAIN §2.7). The names are stored. */
public enum EmergencyReason {
    /** Acute danger to the life of the resident or of somebody else. */
    LEVENSGEVAAR,
    /** A child is not safe (Wmo 5.2.6). */
    VEILIGHEID_KIND,
    /** A crisis that needs help within 24 hours (Wmo 2.3.3). */
    CRISIS_24U,
    /** Something else, that the words must explain: opens the least. */
    ANDERS
}
