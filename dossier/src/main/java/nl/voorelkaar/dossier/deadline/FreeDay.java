package nl.voorelkaar.dossier.deadline;

import java.time.LocalDate;

/** A day on which a term of the Algemene termijnenwet does not end, and why. */
public record FreeDay(LocalDate day, Name name) {

    /** Article 1 and 3 of the Algemene termijnenwet. */
    public enum Name {
        SATURDAY,
        SUNDAY,
        NEW_YEARS_DAY,
        /** No holiday, but equated with one by article 3 lid 2. */
        GOOD_FRIDAY,
        EASTER_MONDAY,
        KINGS_DAY,
        LIBERATION_DAY,
        ASCENSION_DAY,
        WHIT_MONDAY,
        CHRISTMAS_DAY,
        SECOND_CHRISTMAS_DAY,
        /** By royal decree, article 3 lid 3. */
        EQUATED
    }

    Article article() {
        return switch (name) {
            case SATURDAY, SUNDAY -> Article.terms("1", 1);
            case GOOD_FRIDAY -> Article.terms("3", 2);
            case EQUATED -> Article.terms("3", 3);
            default -> Article.terms("3", 1);
        };
    }
}
