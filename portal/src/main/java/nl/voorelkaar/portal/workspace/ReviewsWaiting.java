package nl.voorelkaar.portal.workspace;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import nl.voorelkaar.consent.Emergency;
import nl.voorelkaar.portal.ui.ActionLink;
import nl.voorelkaar.portal.ui.Notice;
import nl.voorelkaar.portal.ui.Tone;
import nl.voorelkaar.portal.ui.Words;

/** How many times emergency access waits for its review, and whether one is late. */
public final class ReviewsWaiting extends Section {

    public ReviewsWaiting(List<Emergency> waiting) {
        super(
                new H2(Words.say("workspace.nood.review.home")),
                new Paragraph(
                        waiting.isEmpty()
                                ? Words.say("nood.waiting.none")
                                : Words.count("nood.waiting", waiting.size())));
        if (waiting.stream().anyMatch(Emergency::overdue)) {
            add(new Notice(Tone.BAD, Words.say("workspace.nood.review.home.late")));
        }
        add(new Paragraph(ActionLink.secondary("/" + WorkspacePaths.EMERGENCY, Words.say("workspace.nood.home.go"))
                .handle("emergency-go")));
        addClassName("ve-stack");
    }
}
