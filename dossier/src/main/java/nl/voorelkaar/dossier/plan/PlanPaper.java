package nl.voorelkaar.dossier.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.dossier.paper.PrintedPaper.Fingerprint;
import nl.voorelkaar.dossier.paper.Wording;

/** A plan on paper, in Dutch: that is what people sign. */
final class PlanPaper {

    static final Fingerprint NOT_PRINTED = new Fingerprint("", 0);

    private static final Locale DUTCH = Locale.of("nl");
    private static final Wording WORDS = Wording.beside(PlanPaper.class, "paper");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", DUTCH);

    private PlanPaper() {}

    /** As it stands, to read. */
    static Paper draft(Ondersteuningsplan plan, String resident, List<String> household, Instant now) {
        var paper = head(plan, resident, household, now, say("status.draft"));
        body(paper, plan);
        return paper.build();
    }

    /** With a place for each signature. */
    static Paper toSign(
            Ondersteuningsplan plan, String resident, List<String> household, String leader, int days, Instant now) {
        var paper = head(plan, resident, household, now, say("status.frozen", Map.of("nummer", plan.nextVersion())));
        body(paper, plan);
        paper.heading(2, say("sign.title"))
                .paragraph(say("sign.text"))
                .facts(orderly(say("sign.resident"), resident, say("sign.professional"), leader))
                .paragraph(say("sign.seal"))
                .note(say("sign.think"), say("sign.think.text", Map.of("dagen", days)))
                .place(Signer.RESIDENT.place(), say("sign.place.resident"))
                .place(Signer.PROFESSIONAL.place(), say("sign.place.professional"));
        return paper.build();
    }

    private static Paper.Builder head(
            Ondersteuningsplan plan, String resident, List<String> household, Instant now, String status) {
        var facts = orderly(
                say("of"), resident, say("way"), say("way." + plan.way().name().toLowerCase(Locale.ROOT)));
        if (!household.isEmpty()) {
            facts.put(say("household"), String.join(", ", household));
        }
        facts.put(say("day"), DAY.format(CalendarDays.dayOf(now)));
        facts.put(say("status"), status);
        return Paper.in(DUTCH, say("title"), now)
                .reference(say("number", Map.of("nummer", plan.id().reference())))
                .facts(facts);
    }

    private static void body(Paper.Builder paper, Ondersteuningsplan plan) {
        var words = plan.part(PlanPart.WOORDEN);
        if (!words.text().isBlank()) {
            paper.heading(2, say("words")).quote(words.text());
        }
        for (var item : PlanItem.values()) {
            paper.heading(2, say("item." + item.name().toLowerCase(Locale.ROOT)));
            if (item == PlanItem.ARRANGEMENT) {
                paper.table(say("layers"), List.of(say("layer"), say("agreed")), layers(plan));
            } else {
                paper.paragraph(text(plan, item.parts().getFirst()));
            }
        }
        paper.heading(2, say("goals"));
        if (plan.goals().isEmpty()) {
            paper.paragraph(say("goals.none"));
        }
        for (var goal : plan.goals()) {
            paper.heading(3, goal.text().text());
            if (goal.tasks().isEmpty()) {
                paper.paragraph(say("tasks.none"));
            } else {
                paper.table(
                        say("tasks"),
                        List.of(say("task"), say("task.owner"), say("task.due")),
                        goal.tasks().stream()
                                .map(task -> List.of(task.text().text(), owner(task), due(task)))
                                .toList());
            }
        }
    }

    private static List<List<String>> layers(Ondersteuningsplan plan) {
        var rows = new ArrayList<List<String>>();
        for (var part : PlanItem.ARRANGEMENT.parts()) {
            rows.add(List.of(say("layer." + part.name().toLowerCase(Locale.ROOT)), text(plan, part)));
        }
        return rows;
    }

    private static String text(Ondersteuningsplan plan, PlanPart part) {
        var written = plan.part(part);
        if (written.notApplicable()) {
            return say("none");
        }
        return written.text().isBlank() ? say("empty") : written.text();
    }

    private static String owner(Task task) {
        var owner = say("owner." + task.owner().name().toLowerCase(Locale.ROOT));
        return task.who().isBlank() ? owner : task.who() + " (" + owner + ")";
    }

    private static String due(Task task) {
        return task.due().map((LocalDate day) -> DAY.format(day)).orElse(say("task.due.none"));
    }

    private static Map<String, String> orderly(String... pairs) {
        var rows = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            rows.put(pairs[i], pairs[i + 1]);
        }
        return rows;
    }

    private static String say(String key) {
        return WORDS.line(DUTCH, key);
    }

    private static String say(String key, Map<String, ?> values) {
        return WORDS.line(DUTCH, key, values);
    }
}
