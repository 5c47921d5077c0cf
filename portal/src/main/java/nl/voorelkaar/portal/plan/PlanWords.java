package nl.voorelkaar.portal.plan;

import java.util.Locale;
import nl.voorelkaar.dossier.plan.NextStep;
import nl.voorelkaar.dossier.plan.PlanItem;
import nl.voorelkaar.dossier.plan.PlanPart;
import nl.voorelkaar.dossier.plan.PlanState;
import nl.voorelkaar.dossier.plan.PlanWay;
import nl.voorelkaar.dossier.plan.Task;
import nl.voorelkaar.dossier.plan.TaskOwner;
import nl.voorelkaar.dossier.procedure.Author;
import nl.voorelkaar.dossier.procedure.StepRefused;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** The plan's own things in words. */
public final class PlanWords {

    private PlanWords() {}

    public static String state(PlanState state) {
        return Words.say("plan.state." + code(state));
    }

    public static Tone tone(PlanState state) {
        return switch (state) {
            case CONCEPT, BIJGESTELD, IN_EVALUATIE -> Tone.INFO;
            case TER_ONDERTEKENING, DEELS_ONDERTEKEND, IN_BEDENKTERMIJN -> Tone.WARN;
            case DEFINITIEF -> Tone.GOOD;
            case NIET_AKKOORD, HERROEPEN, AFGESLOTEN -> Tone.QUIET;
        };
    }

    public static String item(PlanItem item) {
        return Words.say("plan.item." + code(item));
    }

    public static String part(PlanPart part) {
        return Words.say("plan.part." + code(part));
    }

    public static String way(PlanWay way) {
        return Words.say("plan.way." + code(way));
    }

    public static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    public static String refused(StepRefused refused) {
        return Words.say("refused." + refused.reason().key());
    }

    /** "uzelf" for who reads it as the resident, else the name or the role. */
    public static String who(Author author, boolean resident) {
        return switch (author) {
            case Author.Resident _ -> Words.say(resident ? "plan.who.you" : "plan.who.resident");
            case Author.Professional professional -> professional.name();
            case Author.Clock _ -> Words.say("house.name");
        };
    }

    static String owner(TaskOwner owner, boolean resident) {
        return Words.say("plan.owner." + code(owner) + (resident && owner == TaskOwner.RESIDENT ? ".you" : ""));
    }

    /** Who has a task, as a name where there is one. */
    static String owner(Task task, boolean resident) {
        return task.who().isBlank() ? owner(task.owner(), resident) : task.who();
    }

    /** "Wat gebeurt er nu, wie is aan zet". */
    static String next(NextStep next, boolean resident) {
        var key = "plan.next." + code(next.kind());
        return next.task()
                .map(task -> Words.say(
                                key + (next.overdue() ? ".late" : ""),
                                owner(task, resident),
                                task.text().text())
                        + task.due()
                                .map(due -> " " + Words.say("plan.next.before", Dates.day(due)))
                                .orElse(""))
                .orElseGet(() -> Words.say(key));
    }
}
