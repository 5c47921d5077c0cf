package nl.voorelkaar.dossier.paper;

/** The real printer, for tests elsewhere. */
public final class PaperPress {

    private PaperPress() {}

    public static Papers of(String municipality) {
        return new HousePapers(municipality);
    }
}
