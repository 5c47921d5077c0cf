package nl.voorelkaar.portal.hook;

/** What a program can be told. The names are stored, the types are sent: neither is ever changed or reused. */
public enum HookEvent {
    ANSWERED("vraag.beantwoord", "vraag", "Een inwoner antwoordde op uw vraag"),
    BEGUN("toegang.begonnen", "toegang", "U mag iets openen, of voortaan iets anders dan eerst"),
    PAUSED("toegang.gepauzeerd", "toegang", "Het mag even niet"),
    RESUMED("toegang.hervat", "toegang", "Het mag weer. Wat er intussen gebeurde, staat in de wijzigingen"),
    ENDED("toegang.geeindigd", "toegang", "Het mag niet meer. Hierna hoort u er niets meer over"),
    CHANGED("gegevens.gewijzigd", "toegang", "Iemand anders voegde iets toe of wijzigde iets. Lees de wijzigingen");

    private final String type;
    private final String about;
    private final String meaning;

    HookEvent(String type, String about, String meaning) {
        this.type = type;
        this.about = about;
        this.meaning = meaning;
    }

    /** As it is sent. */
    public String type() {
        return type;
    }

    /** What kind of id comes with it: {@code vraag} or {@code toegang}. */
    public String about() {
        return about;
    }

    /** For who makes a program, in Dutch. */
    public String meaning() {
        return meaning;
    }
}
