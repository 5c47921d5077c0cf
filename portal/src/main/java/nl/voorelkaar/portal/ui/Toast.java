package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A short message after an act, read aloud, that stays until the next page: nobody has to be quick. */
public final class Toast {

    private Toast() {}

    public static void show(String words) {
        Shell.current().ifPresent(shell -> shell.say(card(words)));
    }

    /** With a way to take the act back. */
    public static void show(String words, String undo, Runnable undoing) {
        Shell.current().ifPresent(shell -> {
            var card = card(words);
            card.add(Action.quiet(undo, _ -> {
                        shell.say(null);
                        undoing.run();
                    })
                    .handle("undo"));
            shell.say(card);
        });
    }

    private static Div card(String words) {
        var card = new Div(new Span(words));
        card.addClassName("ve-toast-card");
        return card;
    }
}
