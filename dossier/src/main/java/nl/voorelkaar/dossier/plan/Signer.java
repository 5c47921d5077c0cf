package nl.voorelkaar.dossier.plan;

/** As what somebody signs. Stored by name. */
public enum Signer {
    RESIDENT("inwoner"),
    PROFESSIONAL("gespreksvoerder");

    private final String place;

    Signer(String place) {
        this.place = place;
    }

    /** Of the seal, on the paper. */
    public String place() {
        return place;
    }
}
