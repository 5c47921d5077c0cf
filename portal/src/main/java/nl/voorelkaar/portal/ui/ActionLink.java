package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;

/** A link that looks like a button: it goes somewhere, or brings a file. */
public final class ActionLink extends Anchor {

    private ActionLink(String kind, String words) {
        addClassName("ve-action");
        getElement().setAttribute("data-kind", kind);
        add(new Span(words));
    }

    public static ActionLink primary(String path, String words) {
        return to("primary", path, words);
    }

    public static ActionLink secondary(String path, String words) {
        return to("secondary", path, words);
    }

    public static ActionLink quiet(String path, String words) {
        return to("quiet", path, words);
    }

    /** Brings a file that only this session can fetch. */
    public static ActionLink download(DownloadHandler file, String words) {
        var link = new ActionLink("secondary", words);
        link.setHref(file);
        link.getElement().setAttribute("download", true);
        return link;
    }

    private static ActionLink to(String kind, String path, String words) {
        var link = new ActionLink(kind, words);
        link.setHref(path);
        return link;
    }

    public ActionLink handle(String testId) {
        setTestId(testId);
        return this;
    }

    public ActionLink heard(String more) {
        var words = new Span(" " + more);
        words.addClassName("ve-only-heard");
        add(words);
        return this;
    }

    public ActionLink icon(Icon.Shape shape) {
        addComponentAsFirst(new Icon(shape));
        return this;
    }
}
