package nl.voorelkaar.dossier.expert;

/** What an expert answered. */
public record Reply(Verdict verdict, String words) {

    /** The names are stored. */
    public enum Verdict {
        YES,
        NO,
        ADVICE
    }

    @Override
    public String toString() {
        return "Reply[redacted]";
    }
}
