package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import nl.voorelkaar.dossier.deadline.Deadline;
import nl.voorelkaar.dossier.deadline.DeadlineWords;
import nl.voorelkaar.dossier.deadline.Step;

/** How a last day came about, step by step in plain words, each with its article. */
public final class DeadlineSteps extends OrderedList {

    public DeadlineSteps(Deadline deadline) {
        this(deadline.steps());
    }

    public DeadlineSteps(List<Step> steps) {
        addClassName("ve-steps");
        setTestId("deadline-steps");
        var words = new DeadlineWords(Words.locale());
        for (var step : steps) {
            var article = new Paragraph(words.of(step.article()));
            article.addClassNames("ve-soft", "ve-small");
            var item = new ListItem(new Paragraph(words.of(step)), article);
            if (step == steps.getLast()) {
                item.getElement().setAttribute("data-state", "now");
            }
            add(item);
        }
    }
}
