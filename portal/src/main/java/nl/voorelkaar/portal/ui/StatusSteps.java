package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;

/** What happens, in order: done, now, and later. */
public final class StatusSteps extends OrderedList {

    public enum State {
        DONE,
        NOW,
        LATER
    }

    public StatusSteps() {
        addClassName("ve-steps");
    }

    public StatusSteps step(State state, String words) {
        var item = new ListItem(new Span(words));
        item.getElement().setAttribute("data-state", state.name().toLowerCase(java.util.Locale.ROOT));
        if (state == State.NOW) {
            item.getElement().setAttribute("aria-current", "step");
        }
        if (state == State.DONE) {
            var done = new Span(" " + Words.say("steps.done"));
            done.addClassName("ve-only-heard");
            item.add(done);
        }
        add(item);
        return this;
    }
}
