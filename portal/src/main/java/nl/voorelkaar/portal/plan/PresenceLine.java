package nl.voorelkaar.portal.plan;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import nl.voorelkaar.dossier.plan.Glance;
import nl.voorelkaar.portal.ui.Words;

/**
 * Who else has this plan on the screen, and what they are writing. Not read aloud at each change: it would never stop.
 */
public final class PresenceLine extends Div {

    private List<Glance.Reader> shown = List.of();

    public PresenceLine() {
        addClassNames("ve-presence", "ve-no-print");
        setTestId("plan-presence");
        setVisible(false);
    }

    void show(List<Glance.Reader> others) {
        if (others.equals(shown)) {
            return;
        }
        shown = others;
        removeAll();
        others.forEach(other -> add(new Paragraph(words(other))));
        setVisible(!others.isEmpty());
    }

    private static String words(Glance.Reader other) {
        var who = other.name().orElseGet(() -> Words.say("plan.who.resident"));
        return other.writing()
                .map(part -> Words.say("plan.presence.writes", who, PlanWords.part(part)))
                .orElseGet(() -> Words.say("plan.presence.reads", who));
    }
}
