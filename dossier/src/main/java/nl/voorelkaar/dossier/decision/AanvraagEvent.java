package nl.voorelkaar.dossier.decision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.voorelkaar.dossier.procedure.ProcedureId;

/** What can happen to an application. Kept for fifteen years and more: names never change. */
public sealed interface AanvraagEvent {

    /** Where the inquiry (onderzoek) stood when the application came in. Never a reason to refuse it. */
    enum Basis {
        /** It was done. */
        ONDERZOEK_AFGEROND,
        /** It took longer than six weeks, which opens the application (Wmo 2.3.2 lid 9). */
        ONDERZOEK_TE_LAAT,
        /** It is not done yet: the application is taken in, and the inquiry is finished for it. */
        VROEG,
        /** Filed for the resident by somebody who may not look into the inquiry. */
        NIET_INGEZIEN
    }

    /** What is applied for. @param what in the resident's words; 1 to {@link Aanvraag#LONGEST_TEXT} characters */
    sealed interface Beginning extends AanvraagEvent {

        String what();

        Law law();

        Basis basis();

        Optional<ProcedureId> onderzoek();

        Optional<ProcedureId> plan();
    }

    /** Received by the municipality at the moment of this step (Awb 2:20). */
    record Filed(String what, Law law, Basis basis, Optional<ProcedureId> onderzoek, Optional<ProcedureId> plan)
            implements Beginning {

        @Override
        public String toString() {
            return "Filed";
        }
    }

    /** To be filed by the clock, for the resident who asked so, such as after the bedenktermijn of a plan. */
    record Prepared(
            String what,
            Law law,
            Basis basis,
            Optional<ProcedureId> onderzoek,
            Optional<ProcedureId> plan,
            Instant filesAt)
            implements Beginning {

        @Override
        public String toString() {
            return "Prepared";
        }
    }

    /** The clock filed what was prepared. */
    record FiledByClock() implements AanvraagEvent {}

    /** What was prepared is not filed. */
    record Cancelled() implements AanvraagEvent {}

    /** Something is missing (Awb 4:5): the clock stands still from the day after. @param until last day to supply it */
    record AskedForMore(String what, LocalDate until) implements AanvraagEvent {

        @Override
        public String toString() {
            return "AskedForMore";
        }
    }

    /** What was asked for. */
    record Supplied(String text) implements AanvraagEvent {

        @Override
        public String toString() {
            return "Supplied";
        }
    }

    /** The time to supply ran out; the clock moves on. */
    record SupplyLapsed() implements AanvraagEvent {}

    /** Everything is there. */
    record FoundComplete() implements AanvraagEvent {}

    /**
     * The municipality means to refuse on facts that the resident did not bring (Awb 4:7). @param until last day to
     * react
     */
    record IntendedToRefuse(String why, LocalDate until) implements AanvraagEvent {

        @Override
        public String toString() {
            return "IntendedToRefuse";
        }
    }

    /** What the resident thinks of that (zienswijze). */
    record GaveView(String text) implements AanvraagEvent {

        @Override
        public String toString() {
            return "GaveView";
        }
    }

    /** The time for a zienswijze ran out. */
    record ViewLapsed() implements AanvraagEvent {}

    /** The resident was told that it will be late, and when it will be there (Awb 4:14). Moves no term. */
    record DelayTold(LocalDate by) implements AanvraagEvent {}

    /** Ten days are left. */
    record Warned() implements AanvraagEvent {}

    /**
     * The resident was reminded that a term ends in three days: their own to answer, or the municipality's to decide.
     */
    record Reminded() implements AanvraagEvent {}

    /** The time to decide is over. */
    record TermPassed() implements AanvraagEvent {}

    /** The resident gave notice of default (ingebrekestelling, Awb 4:17 lid 3) in writing. */
    record DefaultNoticeGiven() implements AanvraagEvent {}

    /** Two weeks later there was no decision: from now on each day costs money. */
    record PenaltyBegan() implements AanvraagEvent {}

    /** What the municipality owes for being late, fixed (Awb 4:18). */
    record PenaltyFixed(int days, BigDecimal euro) implements AanvraagEvent {}

    /** A decision was made known. */
    record Decided(ProcedureId besluit, Result result) implements AanvraagEvent {}

    /** The resident withdrew it, with these very words. */
    record Withdrawn() implements AanvraagEvent {}
}
