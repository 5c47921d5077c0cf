package nl.voorelkaar.dossier.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.voorelkaar.dossier.deadline.BadFacts.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a penalty for deciding too late depends on: a notice of default, or just a number of days.
 *
 * @param received the day on which the notice of default was received; null when only the days are known
 * @param due the last day on which the decision was due; null when that is not in question
 * @param decided the day on which the decision was made known; null while there is none
 * @param days how many days cost money; null to count them
 */
public record PenaltyFacts(
        @Nullable LocalDate received,
        @Nullable LocalDate due,
        @Nullable LocalDate decided,
        @Nullable Integer days) {

    private static final int MOST_DAYS = 10_000;
    private static final Set<String> FIELDS = Set.of("regel", "vanaf", "beslistermijn", "besluit", "dagen");

    public PenaltyFacts {
        if (received == null && days == null) {
            throw new IllegalArgumentException("a notice, or a number of days");
        }
    }

    /**
     * From named fields: {@code vanaf} (the notice), {@code beslistermijn}, {@code besluit}, {@code dagen}.
     *
     * @throws BadFacts naming each field that is wrong
     */
    public static PenaltyFacts read(Map<String, List<String>> named) {
        var fields = new Fields(named);
        fields.onlyKnown(FIELDS);
        var received = fields.day("vanaf");
        var due = fields.day("beslistermijn");
        var decided = fields.day("besluit");
        var days = fields.number("dagen", MOST_DAYS);
        if (!fields.filled("vanaf") && (!fields.filled("dagen") || due != null || decided != null)) {
            fields.wrong("vanaf", Reason.MISSING);
        }
        if (received != null) {
            fields.notBefore("besluit", decided, received);
        }
        if (received != null && decided != null && days != null) {
            fields.wrong("dagen", Reason.NOT_OF_THIS_RULE);
        }
        if (!fields.fine()) {
            throw fields.refused();
        }
        return new PenaltyFacts(received, due, decided, days);
    }
}
