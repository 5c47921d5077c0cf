package nl.voorelkaar.portal.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import nl.voorelkaar.dossier.plan.Content;
import nl.voorelkaar.dossier.plan.PlanItem;
import nl.voorelkaar.dossier.plan.PlanPart;
import nl.voorelkaar.portal.ui.Dates;
import nl.voorelkaar.portal.ui.Words;

/** A version as it was frozen, to read. */
public final class PlanReading extends Div {

    public PlanReading(Content content, boolean resident) {
        addClassNames("ve-stack", "ve-plan");
        setTestId("plan-reading");
        content.part(PlanPart.WOORDEN).ifPresent(words -> add(new H2(PlanWords.part(PlanPart.WOORDEN)), text(words)));
        for (var item : PlanItem.values()) {
            add(new H2(PlanWords.item(item)));
            for (var part : item.parts()) {
                content.part(part).ifPresent(text -> {
                    if (item == PlanItem.ARRANGEMENT) {
                        add(new H3(PlanWords.part(part)));
                    }
                    add(text(text));
                });
            }
        }
        add(new H2(Words.say("plan.goals")));
        if (content.goals().isEmpty()) {
            add(new Paragraph(Words.say("plan.goals.none")));
        }
        for (var goal : content.goals()) {
            add(new H3(goal.text()));
            var tasks = new UnorderedList();
            goal.tasks()
                    .forEach(task -> tasks.add(new ListItem(Words.say(
                                    "plan.task.line",
                                    task.text(),
                                    task.who().isBlank() ? PlanWords.owner(task.owner(), resident) : task.who())
                            + task.due()
                                    .map(due -> ", " + Words.say("plan.task.before", Dates.day(due)))
                                    .orElse(""))));
            add(goal.tasks().isEmpty() ? new Paragraph(Words.say("plan.tasks.none")) : tasks);
        }
    }

    private static Component text(Content.PartText part) {
        var text = new Div(part.notApplicable() ? Words.say("plan.none") : part.text());
        text.addClassName("ve-text");
        return text;
    }
}
