package nl.voorelkaar.dossier.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a plan says, without who wrote what. What is frozen, printed and compared. */
public record Content(List<PartText> parts, List<GoalText> goals) {

    public static final Content EMPTY = new Content(List.of(), List.of());

    public Content {
        parts = List.copyOf(parts);
        goals = List.copyOf(goals);
    }

    public record PartText(PlanPart part, String text, boolean notApplicable) {

        @Override
        public String toString() {
            return "PartText[" + part + "]";
        }
    }

    public record GoalText(UUID id, String text, List<TaskText> tasks) {

        public GoalText {
            tasks = List.copyOf(tasks);
        }

        @Override
        public String toString() {
            return "GoalText[" + id + "]";
        }
    }

    public record TaskText(UUID id, String text, TaskOwner owner, String who, Optional<LocalDate> due) {

        @Override
        public String toString() {
            return "TaskText[" + id + "]";
        }
    }

    /** Empty when nothing was written. */
    public Optional<PartText> part(PlanPart part) {
        return parts.stream().filter(text -> text.part() == part).findFirst();
    }

    /** What others of the household see: all but the resident's own words. */
    public Content ofTheHousehold() {
        return new Content(
                parts.stream().filter(text -> !text.part().ofResidentOnly()).toList(), goals);
    }

    @Override
    public String toString() {
        return "Content";
    }
}
