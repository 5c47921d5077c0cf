package nl.voorelkaar.dossier.deadline;

import java.util.List;

/** What was filled in does not say what happened. Names the fields, never repeats what was filled in. */
public final class BadFacts extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with a field. */
    public enum Reason {
        MISSING,
        UNKNOWN_RULE,
        UNKNOWN_FIELD,
        /** The field exists, but says nothing about this rule. */
        NOT_OF_THIS_RULE,
        /** More than one value where one fits. */
        TWICE,
        NOT_A_DAY,
        NOT_A_MOMENT,
        NOT_A_NUMBER,
        NOT_YES_OR_NO,
        NOT_A_CAUSE,
        /** A year that no dossier of today can mean. */
        YEAR_TOO_FAR,
        TOO_FEW,
        TOO_MANY,
        /** Before the day that it has to come after. */
        TOO_EARLY
    }

    /** @param field its name in the address */
    public record Problem(String field, Reason reason) {}

    private final transient List<Problem> problems;

    public BadFacts(List<Problem> problems) {
        super("these facts do not fit: " + problems);
        this.problems = List.copyOf(problems);
    }

    /** One or more, each field once. */
    public List<Problem> problems() {
        return problems;
    }
}
