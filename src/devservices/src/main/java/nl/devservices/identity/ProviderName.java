package nl.devservices.identity;

import java.util.List;

/** The two providers. The code is the last part of the issuer's address. */
public enum ProviderName {
    DIGID("digid", "Inloggen als inwoner"),
    MEDEWERKER("medewerker", "Inloggen als medewerker");

    private final String code;
    private final String title;

    ProviderName(String code, String title) {
        this.code = code;
        this.title = title;
    }

    public String code() {
        return code;
    }

    String title() {
        return title;
    }

    /** Who can sign in here. */
    public List<Persona> personas() {
        return this == DIGID ? Personas.residents() : Personas.staff();
    }
}
