package nl.voorelkaar.dossier.objection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.dossier.decision.ReadyLetter;
import nl.voorelkaar.dossier.decision.Sending;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureId;

/** What can happen in an objection. Kept for years: names of records and fields never change. */
public sealed interface ObjectionEvent {

    /**
     * The objection came (Awb 6:4, 6:5).
     *
     * @param besluit against which
     * @param termFacts the facts of the time to object, see {@code Facts.text()}
     * @param deciders who took the first decision
     * @param grounds why; empty for an objection whose grounds follow (pro forma)
     * @param lateBecause what the resident says about coming late
     */
    record Filed(
            ProcedureId besluit,
            String termFacts,
            Set<UUID> deciders,
            Arrived arrived,
            Optional<String> grounds,
            boolean wantsHearing,
            Optional<String> helper,
            Optional<String> lateBecause,
            boolean asksCosts,
            boolean asksDirectAppeal)
            implements ObjectionEvent {

        public Filed {
            deciders = Set.copyOf(deciders);
        }

        @Override
        public String toString() {
            return "Filed[" + besluit + "]";
        }
    }

    /** How it came. Every way is accepted (Awb 2:16). @param posted the postmark of a letter */
    record Arrived(Channel channel, LocalDate received, Optional<LocalDate> posted) {}

    enum Channel {
        PORTAL,
        LETTER,
        DESK,
        MAIL
    }

    /** In writing (Awb 6:14). */
    record Confirmed() implements ObjectionEvent {}

    record GroundsGiven(String grounds) implements ObjectionEvent {

        @Override
        public String toString() {
            return "GroundsGiven[redacted]";
        }
    }

    record FileAdded(PaperId paper, String name, String mediaType) implements ObjectionEvent {

        @Override
        public String toString() {
            return "FileAdded[" + paper + "]";
        }
    }

    /** Something is missing; the decision waits (Awb 6:6, 7:10 lid 2). @param until last day to supply it */
    record RepairAsked(String what, LocalDate until) implements ObjectionEvent {

        @Override
        public String toString() {
            return "RepairAsked[redacted]";
        }
    }

    record RepairLapsed() implements ObjectionEvent {}

    record LateReasonAsked() implements ObjectionEvent {}

    record LateReasonGiven(String reason) implements ObjectionEvent {

        @Override
        public String toString() {
            return "LateReasonGiven[redacted]";
        }
    }

    /** A person judged whether coming late can be held against the resident (Awb 6:11). */
    record LatenessJudged(boolean excused, String why) implements ObjectionEvent {

        @Override
        public String toString() {
            return "LatenessJudged[" + excused + "]";
        }
    }

    /** A committee advises: the term is twelve weeks (Awb 7:10 lid 1, 7:13). */
    record CommitteeAppointed() implements ObjectionEvent {}

    record HearingPlanned(Instant at, String place) implements ObjectionEvent {

        @Override
        public String toString() {
            return "HearingPlanned[redacted]";
        }
    }

    record HearingWaived(NoHearing why) implements ObjectionEvent {}

    /** Awb 7:3, a to e. */
    enum NoHearing {
        CLEARLY_INADMISSIBLE,
        CLEARLY_UNFOUNDED,
        RESIDENT_DECLINED,
        RESIDENT_DID_NOT_ANSWER,
        FULLY_GRANTED
    }

    /** @param report what was said (Awb 7:7) */
    record Heard(LocalDate day, List<String> present, String report) implements ObjectionEvent {

        public Heard {
            present = List.copyOf(present);
        }

        @Override
        public String toString() {
            return "Heard[redacted]";
        }
    }

    record Advised(String advice, List<String> members) implements ObjectionEvent {

        public Advised {
            members = List.copyOf(members);
        }

        @Override
        public String toString() {
            return "Advised[redacted]";
        }
    }

    /** The municipality takes six weeks more, once (Awb 7:10 lid 3). */
    record Extended(String why) implements ObjectionEvent {

        @Override
        public String toString() {
            return "Extended[redacted]";
        }
    }

    /** A new decision came while this one was objected to: the objection is against that one too (Awb 6:19). */
    record DecisionReplaced(ProcedureId by) implements ObjectionEvent {}

    /** In writing, or spoken at the hearing (Awb 6:21). */
    record Withdrawn(boolean atHearing) implements ObjectionEvent {}

    /** The court takes it at once (Awb 7:1a). */
    record SentToCourt() implements ObjectionEvent {}

    record Decided(
            Outcome outcome, Consequence consequence, String reasons, Optional<String> costs, Optional<PaperId> letter)
            implements ObjectionEvent {

        @Override
        public String toString() {
            return "Decided[" + outcome + "]";
        }
    }

    /**
     * The letter with the decision is printed, sealed and kept, and did not leave yet. Before the first sending nothing
     * is decided: that is what sending does (Awb 7:12 lid 2).
     */
    record Readied(Decided decision, ReadyLetter letter) implements ObjectionEvent {}

    /** The letter left. @param reference of the post; empty for the portal, of decisions until 23 November 2026 */
    record Sent(UUID sending, Optional<String> reference) implements ObjectionEvent {}

    /** The decision is accessible in the portal (Awb 2:19). */
    record Placed(UUID sending) implements ObjectionEvent {}

    /** The mail that says so went (Awb 2:10). */
    record Notified() implements ObjectionEvent {}

    /** That mail did not arrive (Awb 2:11). */
    record NoticeFailed() implements ObjectionEvent {}

    /** A copy of the decision stands ready for who acts for the resident by a mandate (Awb 6:17). */
    record CopiedToCarer() implements ObjectionEvent {}

    record SendingFailed(UUID sending, Sending.Failure why) implements ObjectionEvent {}

    /** The resident opened the decision for the first time. Starts no term. */
    record Opened() implements ObjectionEvent {}

    enum Outcome {
        GEGROND,
        DEELS_GEGROND,
        ONGEGROND,
        NIET_ONTVANKELIJK
    }

    /** What becomes of the first decision. */
    enum Consequence {
        GEHANDHAAFD,
        GEWIJZIGD,
        HERROEPEN
    }

    /** The term passed without a decision. */
    record TermPassed() implements ObjectionEvent {}

    /** Notice of default (Awb 4:17 lid 3): after two weeks each day costs money. */
    record DefaultNoticed() implements ObjectionEvent {}
}
