package nl.voorelkaar.consent;

import java.util.Locale;

/** Who supports a resident with one thing. The names are stored. */
public enum Supporter {
    /** Free and independent; of an organisation or a citizen (Wmo 2.3.2, third paragraph). */
    CLIENTONDERSTEUNER,
    TOLK,
    /** A friend, a neighbour, somebody of the family. */
    BEKENDE;

    /** Used in test handles and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
