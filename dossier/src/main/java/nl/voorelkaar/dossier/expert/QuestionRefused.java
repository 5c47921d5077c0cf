package nl.voorelkaar.dossier.expert;

/** Words that are missing or too many. The reason is a message key: {@code consult.refused.<reason>}. */
public final class QuestionRefused extends RuntimeException {

    private final Reason reason;

    QuestionRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public enum Reason {
        EMPTY,
        TOO_MUCH_TEXT,
        TOO_MANY_PAGES,
        TOO_MANY_PICTURES
    }
}
