package nl.voorelkaar.dossier.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can happen from melding to verslag. Kept for 15 years (Wmo 5.3.4): names of records and fields never change. */
public sealed interface Happened {

    /**
     * The melding itself (lid 1).
     *
     * @param words in the resident's own words
     * @param reachableBy how to reach the resident about it; empty for the usual way
     * @param companion who comes along; empty when that is not known yet
     * @param source how it came, when the resident did not file it themselves
     */
    record Reported(
            String words,
            boolean soon,
            Optional<String> reachableBy,
            Optional<String> companion,
            Optional<Source> source)
            implements Happened {

        /** By the resident. */
        public Reported(String words, boolean soon, Optional<String> reachableBy, Optional<String> companion) {
            this(words, soon, reachableBy, companion, Optional.empty());
        }

        @Override
        public String toString() {
            return "Reported[redacted]";
        }
    }

    /**
     * How a melding came that somebody else filed (lid 1: "door of namens een cliënt"). The resident reads this.
     *
     * @param who told it, as far as the resident may know; empty when who told it wants not to be named
     */
    record Source(Way way, Optional<String> who) {

        @Override
        public String toString() {
            return "Source[" + way + "]";
        }
    }

    /** Stored by name. Who files with a mandate of the resident is told apart by the author of the step, not here. */
    enum Way {
        /** The resident told it to the desk. */
        BY_PHONE,
        AT_THE_DESK,
        BY_LETTER,
        /** Somebody who is worried told it to the desk. */
        WORRIED
    }

    /** The confirmation went by post, to a resident who wants it on paper. */
    record ReceiptPosted(String reference) implements Happened {}

    /** The receipt, with what the law says must be told with it (lid 2 and 3). */
    record Confirmed(Set<Told> told) implements Happened {}

    enum Told {
        /** That the resident may hand in a plan of their own within seven days. */
        OWN_PLAN,
        /** That an independent cliëntondersteuner helps for free. */
        FREE_SUPPORT
    }

    record OwnPlanHandedIn(String text, boolean inTime) implements Happened {

        @Override
        public String toString() {
            return "OwnPlanHandedIn[redacted]";
        }
    }

    /** Help cannot wait for the onderzoek (Wmo 2.3.3). */
    record FoundUrgent(String reason) implements Happened {

        @Override
        public String toString() {
            return "FoundUrgent[redacted]";
        }
    }

    /** To somebody who can help better (Awb 2:3); with the resident's agreement. */
    record Forwarded(String to, String why) implements Happened {

        @Override
        public String toString() {
            return "Forwarded[redacted]";
        }
    }

    /** The onderzoek began, with the identity established (Wmo 2.3.4). */
    record Started(IdentityDocument seen) implements Happened {}

    enum IdentityDocument {
        PASSPORT,
        IDENTITY_CARD,
        DRIVING_LICENCE,
        RESIDENCE_PERMIT
    }

    record TalkPlanned(Instant at, String place) implements Happened {

        @Override
        public String toString() {
            return "TalkPlanned[redacted]";
        }
    }

    /** The resident chose who comes along, or nobody. */
    record CompanionChosen(Optional<String> who) implements Happened {

        @Override
        public String toString() {
            return "CompanionChosen[redacted]";
        }
    }

    record TalkHeld(LocalDate day) implements Happened {}

    /**
     * The written account (lid 8), which ends the onderzoek.
     *
     * @param topics what was found on each topic of lid 4 that was talked about
     */
    record ReportGiven(Map<Topic, String> topics, String outcome) implements Happened {

        public ReportGiven {
            topics = Map.copyOf(topics);
        }

        @Override
        public String toString() {
            return "ReportGiven[redacted]";
        }
    }

    /** Stays attached to the account. */
    record Remarked(String text) implements Happened {

        @Override
        public String toString() {
            return "Remarked[redacted]";
        }
    }

    record Withdrawn() implements Happened {}

    /** Six weeks went by without an account (lid 9). */
    record TermPassed() implements Happened {}
}
