package nl.voorelkaar.dossier.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What can happen to a plan. Written as it is and read for twenty years: no name here changes. */
public sealed interface PlanEvent {

    /** @param content copied from an earlier plan, or empty */
    record Started(PlanWay way, Optional<UUID> follows, Content content) implements PlanEvent {}

    record Wrote(PlanPart part, String text, boolean notApplicable) implements PlanEvent {

        @Override
        public String toString() {
            return "Wrote[" + part + "]";
        }
    }

    /** New, or changed. */
    record GoalSet(UUID goal, String text) implements PlanEvent {

        @Override
        public String toString() {
            return "GoalSet[" + goal + "]";
        }
    }

    /** With its tasks. */
    record GoalDropped(UUID goal) implements PlanEvent {}

    record GoalMarked(UUID goal, boolean reached) implements PlanEvent {}

    /** New, or changed. */
    record TaskSet(UUID task, UUID goal, String text, TaskOwner owner, String who, Optional<LocalDate> due)
            implements PlanEvent {

        @Override
        public String toString() {
            return "TaskSet[" + task + "]";
        }
    }

    record TaskDropped(UUID task) implements PlanEvent {}

    record TaskMarked(UUID task, boolean done) implements PlanEvent {}

    record PhaseReached(PlanPhase phase) implements PlanEvent {}

    /** The text that somebody of the household shows; the resident's own words stay. */
    record TookOver(Content content) implements PlanEvent {}

    record Frozen(int version, UUID paper, String sha256, int length) implements PlanEvent {}

    /** Signatures so far are void. */
    record Reopened() implements PlanEvent {}

    /**
     * @param sealedAt by the timestamp authority
     * @param coolingOff when this was the last signature: the facts of the term, as {@code Facts.text()}
     * @param application the procedure that was filed or prepared in the same turn
     */
    record Signed(
            int version,
            String sha256,
            Signer as,
            UUID paper,
            Instant sealedAt,
            String evidence,
            String evidenceSha256,
            Optional<Apply> apply,
            Optional<UUID> application,
            Optional<String> coolingOff)
            implements PlanEvent {

        @Override
        public String toString() {
            return "Signed[" + as + "]";
        }
    }

    /** The resident signed on paper; the step's author registered it. */
    record SignedInInk(
            int version,
            String sha256,
            UUID scan,
            LocalDate signedOn,
            Optional<Apply> apply,
            Optional<String> coolingOff)
            implements PlanEvent {}

    /** @param onlySeen "gezien, niet akkoord", without more */
    record Disagreed(boolean onlySeen, String reason) implements PlanEvent {

        @Override
        public String toString() {
            return "Disagreed";
        }
    }

    record StartedEarly() implements PlanEvent {}

    /**
     * @param day on which the resident said so
     * @param application what the resident wants with a running application, asked apart
     */
    record Withdrawn(Channel channel, LocalDate day, boolean application) implements PlanEvent {}

    /** By the clock: the resident was reminded that the time to come back on the signature is nearly over. */
    record SettlesSoon() implements PlanEvent {}

    /** By the clock: the time to come back on the signature is over. */
    record Settled() implements PlanEvent {}

    record EvaluationBegun() implements PlanEvent {}

    /** Evaluated: the plan is changed, as a new version. */
    record Adjusted() implements PlanEvent {}

    /** Evaluated: the plan ends. */
    record Closed(String reason) implements PlanEvent {

        @Override
        public String toString() {
            return "Closed";
        }
    }
}
