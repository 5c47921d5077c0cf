package nl.voorelkaar.dossier.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Representation;
import nl.voorelkaar.consent.Section;

/** What can happen in a request about data. Kept for years: names of records and fields never change. */
public sealed interface PrivacyEvent {

    /**
     * @param words of the resident: what they ask, or what is not right
     * @param about the part of the dossier; empty for all of it and for a line of the log
     * @param line the line of the log, for {@link DataRight#LOGREGEL} and for nothing else
     * @param entry the entry or document in that part; empty for the part as a whole
     * @param arrived how it came in; empty for what was asked in the portal
     */
    record Filed(
            DataRight right,
            String words,
            Optional<Section> about,
            Optional<Line> line,
            Optional<UUID> entry,
            Optional<Arrived> arrived)
            implements PrivacyEvent {

        /** What was filed before there were these. */
        public Filed {
            entry = Objects.requireNonNullElse(entry, Optional.empty());
            arrived = Objects.requireNonNullElse(arrived, Optional.empty());
        }

        /** About no entry, in the portal. */
        public static Filed online(DataRight right, String words, Optional<Section> about, Optional<Line> line) {
            return new Filed(right, words, about, line, Optional.empty(), Optional.empty());
        }

        @Override
        public String toString() {
            return "Filed[" + right + "]";
        }
    }

    /**
     * A line of the log, as the resident read it. It goes along because nobody at work can open the log itself.
     *
     * @param event by which the log knows it
     * @param by the professional of the line; empty when it is about nobody at work
     * @param shown the sentence and its reason, in the language in which it was read
     */
    record Line(UUID event, long number, Instant at, Optional<UUID> by, String shown) {

        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    /**
     * Not in the portal: by letter, by phone or at the desk.
     *
     * @param on the day on which it came in: from then the term runs
     * @param known whether it is certain who asked
     * @param through who asked it for the resident by law; empty when the resident did
     */
    record Arrived(Channel channel, LocalDate on, boolean known, Optional<Through> through) {}

    enum Channel {
        BRIEF,
        TELEFOON,
        BALIE
    }

    /** Who speaks for the resident by law, as the register had it on that day. */
    record Through(UUID representation, Representation.Kind kind) {}

    /** It has become certain who asked (AVG 12 lid 6). */
    record Identified() implements PrivacyEvent {}

    /** The answer takes two months more (AVG 12 lid 3). */
    record Extended(String why) implements PrivacyEvent {

        @Override
        public String toString() {
            return "Extended[redacted]";
        }
    }

    /** @param text what was found, what is done, and why */
    record Answered(Outcome outcome, String text) implements PrivacyEvent {

        @Override
        public String toString() {
            return "Answered[" + outcome + "]";
        }
    }

    enum Outcome {
        /** The resident is right, or gets all that was asked. */
        JA,
        DEELS,
        NEE
    }

    /** What the resident says beside data that stay as they are. The newest counts. */
    record Stated(String text) implements PrivacyEvent {

        @Override
        public String toString() {
            return "Stated[redacted]";
        }
    }

    /**
     * Data that were kept and not used are used again (AVG 18 lid 3).
     *
     * @param why of the officer; empty when the resident wants it
     */
    record Lifted(Optional<String> why) implements PrivacyEvent {

        @Override
        public String toString() {
            return "Lifted[redacted]";
        }
    }

    record Withdrawn() implements PrivacyEvent {}

    /** The term passed and there was no answer. */
    record TermPassed() implements PrivacyEvent {}
}
