package nl.voorelkaar.dossier.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.dossier.decision.ReadyLetter;
import nl.voorelkaar.dossier.decision.Sending;

/** What can happen in a complaint. Kept for years: names of records and fields never change. */
public sealed interface ComplaintEvent {

    /**
     * The complaint came (Awb 9:4).
     *
     * @param what happened, in the resident's words
     * @param when it happened, in the resident's words
     * @param wish what would help
     * @param arrived how it came when it was not through the portal
     */
    record Filed(About about, String what, Optional<String> when, Optional<String> wish, Optional<Arrived> arrived)
            implements ComplaintEvent {

        @Override
        public String toString() {
            return "Filed[redacted]";
        }
    }

    /** Told or written, every way is accepted (Awb 9:2, 9:4). */
    record Arrived(Channel channel, LocalDate received) {}

    enum Channel {
        TOLD,
        PHONE,
        LETTER,
        MAIL
    }

    /**
     * @param party who, when the resident met this person here
     * @param name as the resident knows it; empty for the municipality as a whole
     */
    record About(Whom whom, Optional<UUID> party, Optional<String> name) {

        @Override
        public String toString() {
            return "About[" + whom + "]";
        }
    }

    enum Whom {
        /** Somebody of the municipality or of a team of hers. */
        PERSON,
        MUNICIPALITY,
        /** A provider, or somebody who works there: that has a scheme of its own (Wmo 3.2). */
        PROVIDER
    }

    /** In writing (Awb 9:6). */
    record Confirmed() implements ComplaintEvent {}

    /** The resident tells more. */
    record Added(String text) implements ComplaintEvent {

        @Override
        public String toString() {
            return "Added[redacted]";
        }
    }

    /** It turned out who it is about. */
    record AccusedFound(UUID party, String name) implements ComplaintEvent {

        @Override
        public String toString() {
            return "AccusedFound[" + party + "]";
        }
    }

    /** Whom it is about got a copy (Awb 9:9). @param text what came with it */
    record AccusedTold(String text) implements ComplaintEvent {

        @Override
        public String toString() {
            return "AccusedTold[redacted]";
        }
    }

    /** First it is tried together (Awb 9:5). @param how in what way */
    record InformalBegun(String how) implements ComplaintEvent {

        @Override
        public String toString() {
            return "InformalBegun[redacted]";
        }
    }

    record SolutionProposed(String what) implements ComplaintEvent {

        @Override
        public String toString() {
            return "SolutionProposed[redacted]";
        }
    }

    /** The resident is satisfied: that ends it (Awb 9:5). */
    record Satisfied() implements ComplaintEvent {}

    record NotSatisfied(Optional<String> why) implements ComplaintEvent {

        @Override
        public String toString() {
            return "NotSatisfied[redacted]";
        }
    }

    record LeftAside(Ground ground, String why) implements ComplaintEvent {

        @Override
        public String toString() {
            return "LeftAside[" + ground + "]";
        }
    }

    /** Awb 9:8 lid 1, a to f, and lid 2. */
    enum Ground {
        EARLIER_COMPLAINT,
        OVER_A_YEAR_AGO,
        OBJECTION_POSSIBLE,
        APPEAL_POSSIBLE,
        IN_COURT,
        CRIMINAL_INQUIRY,
        TOO_LITTLE_WEIGHT
    }

    /** To whose scheme it belongs (Awb 2:3). */
    record Forwarded(String to, String why) implements ComplaintEvent {

        @Override
        public String toString() {
            return "Forwarded[redacted]";
        }
    }

    record HearingPlanned(Instant at, String place) implements ComplaintEvent {

        @Override
        public String toString() {
            return "HearingPlanned[redacted]";
        }
    }

    /** The resident is not heard. */
    record HearingWaived(NoHearing why) implements ComplaintEvent {}

    /** Awb 9:10 lid 2, a to c. */
    enum NoHearing {
        CLEARLY_UNFOUNDED,
        RESIDENT_DECLINED,
        RESIDENT_DID_NOT_ANSWER
    }

    /** @param report what was said (Awb 9:10 lid 3) */
    record Heard(Side side, LocalDate day, String report) implements ComplaintEvent {

        @Override
        public String toString() {
            return "Heard[" + side + "]";
        }
    }

    enum Side {
        RESIDENT,
        ACCUSED
    }

    /** Whom it is about could be heard and did not want to. */
    record AccusedDeclined() implements ComplaintEvent {}

    /** Somebody advises: the term is ten weeks (Awb 9:11 lid 1, 9:14). */
    record AdviserAppointed(String who) implements ComplaintEvent {

        @Override
        public String toString() {
            return "AdviserAppointed[redacted]";
        }
    }

    record Advised(String advice) implements ComplaintEvent {

        @Override
        public String toString() {
            return "Advised[redacted]";
        }
    }

    /** The municipality takes more time, once (Awb 9:11 lid 2). @param weeks 1 to 4 */
    record Extended(int weeks, String why) implements ComplaintEvent {

        @Override
        public String toString() {
            return "Extended[" + weeks + "]";
        }
    }

    record DelayAsked(LocalDate until, String why) implements ComplaintEvent {

        @Override
        public String toString() {
            return "DelayAsked[" + until + "]";
        }
    }

    /** In writing (Awb 9:11 lid 3). */
    record DelayAgreed(LocalDate until) implements ComplaintEvent {}

    record DelayDeclined() implements ComplaintEvent {}

    record Withdrawn() implements ComplaintEvent {}

    /** Awb 9:12. @param conclusions what is done about it */
    record Settled(String findings, Judgement judgement, String conclusions) implements ComplaintEvent {

        @Override
        public String toString() {
            return "Settled[" + judgement + "]";
        }
    }

    /**
     * The letter with the outcome is printed, sealed and kept, and did not leave yet. Before the first sending the
     * complaint is not settled: that is what sending does (Awb 9:12).
     */
    record Readied(Settled settlement, ReadyLetter letter) implements ComplaintEvent {}

    /** The letter left. @param reference of the post */
    record Sent(UUID sending, Optional<String> reference) implements ComplaintEvent {}

    /** A copy of the outcome stands ready for who acts for the resident by a mandate (Awb 2:1). */
    record CopiedToCarer() implements ComplaintEvent {}

    record SendingFailed(UUID sending, Sending.Failure why) implements ComplaintEvent {}

    /** The resident opened the outcome for the first time. */
    record Opened() implements ComplaintEvent {}

    enum Judgement {
        GEGROND,
        DEELS_GEGROND,
        ONGEGROND,
        GEEN_OORDEEL
    }

    /** The term passed and it was not settled. */
    record TermPassed() implements ComplaintEvent {}
}
