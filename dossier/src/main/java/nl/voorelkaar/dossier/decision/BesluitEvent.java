package nl.voorelkaar.dossier.decision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.dossier.procedure.PaperId;
import nl.voorelkaar.dossier.procedure.ProcedureId;

/** What can happen to a decision. Kept for fifteen years and more: names never change. */
public sealed interface BesluitEvent {

    /** Begun, for an application. */
    record Drafted(ProcedureId aanvraag, DecisionText text) implements BesluitEvent {}

    record Redrafted(DecisionText text) implements BesluitEvent {}

    /**
     * Taken, by who wrote this step; the text is fixed. Not in force before it is made known.
     *
     * @param beforeInquiry why it did not wait for the inquiry to be finished; empty when that was done
     */
    record Established(Optional<String> beforeInquiry) implements BesluitEvent {

        @Override
        public String toString() {
            return "Established";
        }
    }

    /** Taken back to a draft before it was made known. */
    record Reopened() implements BesluitEvent {}

    /**
     * The letter is printed, sealed and kept, for one sending.
     *
     * @param address lines for the envelope; empty for the portal
     * @param sha256 of the sealed file
     */
    record Readied(UUID sending, Sending.Channel channel, List<String> address, PaperId letter, String sha256)
            implements BesluitEvent {

        @Override
        public String toString() {
            return "Readied[" + channel + "]";
        }
    }

    /** Made known (Awb 3:41): accessible in the portal, or on its way as a letter. @param reference of the post */
    record Announced(UUID sending, Optional<String> reference) implements BesluitEvent {}

    /** Made known in the portal, where the resident chose so (Awb 2:8): accessible from now on (Awb 2:19). */
    record Placed(UUID sending) implements BesluitEvent {}

    /** The mail that says that there is something in the portal (Awb 2:10) was taken by the mail server. */
    record Notified() implements BesluitEvent {}

    /** A copy stands ready for who acts for the resident by a mandate (Awb 2:1, 6:17). */
    record CopiedToCarer() implements BesluitEvent {}

    /** No mail server takes that mail, or there is no address: the resident does not know (Awb 2:11). */
    record NoticeFailed() implements BesluitEvent {}

    /** The resident was reminded that a week is left to object. */
    record ObjectionEndsSoon() implements BesluitEvent {}

    /** The resident opened it for the first time. Starts no term. */
    record Opened() implements BesluitEvent {}

    record SendingFailed(UUID sending, Sending.Failure why) implements BesluitEvent {}

    /** Sent a second time: this is the time of sending (Awb 2:11). */
    record SentAgain(UUID sending, Optional<String> reference) implements BesluitEvent {}

    /** The time to object is over and nobody did. */
    record BecameFinal() implements BesluitEvent {}

    /** An objection was received, also a late one. */
    record ObjectedTo(ProcedureId bezwaar) implements BesluitEvent {}

    /** The objection ended without touching the decision, such as by withdrawing it. */
    record ObjectionEnded(ProcedureId bezwaar) implements BesluitEvent {}

    /** What was decided on the objection. */
    record Reconsidered(ProcedureId bezwaar, Outcome outcome) implements BesluitEvent {}

    /** What an objection did to a decision. */
    enum Outcome {
        GEHANDHAAFD,
        GEWIJZIGD,
        HERROEPEN
    }

    /** Withdrawn by the municipality. @param why for the resident */
    record Withdrawn(String why) implements BesluitEvent {

        @Override
        public String toString() {
            return "Withdrawn";
        }
    }

    /** All that was granted came to its last day. */
    record Expired() implements BesluitEvent {}
}
