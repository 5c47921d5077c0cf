package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;

/** A paragraph in which the phone number of the municipality can be called with a tap. */
public final class Prose extends Paragraph {

    static final String PHONE = "14 0999";
    static final String CALL = "tel:140999";

    public Prose(String words) {
        var from = 0;
        for (var at = words.indexOf(PHONE); at >= 0; at = words.indexOf(PHONE, from)) {
            add(new Text(words.substring(from, at)), call());
            from = at + PHONE.length();
        }
        if (from < words.length()) {
            add(new Text(words.substring(from)));
        }
    }

    private static Anchor call() {
        var link = new Anchor(CALL, PHONE);
        link.addClassName("ve-phone");
        return link;
    }
}
