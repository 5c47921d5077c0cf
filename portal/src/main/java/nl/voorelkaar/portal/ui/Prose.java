package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;

/** A paragraph in which the phone number of the municipality can be called with a tap. */
public final class Prose extends Paragraph {

    /** With the blank that does not break. */
    public static final String PHONE = "14\u00a00999";

    public static final String CALL = "tel:140999";

    public Prose(String words) {
        var from = 0;
        for (var at = words.indexOf(PHONE); at >= 0; at = words.indexOf(PHONE, from)) {
            say(words.substring(from, at));
            add(call());
            from = at + PHONE.length();
        }
        say(words.substring(from));
    }

    private void say(String words) {
        if (!words.isEmpty()) {
            getElement().appendChild(Element.createText(words));
        }
    }

    private static Anchor call() {
        var link = new Anchor(CALL, PHONE);
        link.addClassName("ve-phone");
        return link;
    }
}
