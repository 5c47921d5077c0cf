package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.html.Span;

/** A small line drawing beside words, never instead of them: screen readers skip it. */
public final class Icon extends Span {

    public enum Shape {
        HOME("M4 11 12 4l8 7M6 9.5V20h12V9.5M10 20v-6h4v6"),
        DOSSIER(
                "M4 6.5A1.5 1.5 0 0 1 5.5 5H10l2 2.5h6.5A1.5 1.5 0 0 1 20 9v9a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18zM8 12.5h8M8 15.5h5"),
        SHARE(
                "M8.5 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 19c.4-3 2.6-5 5.5-5s5.100 2 5.500 5M16 11a2.500 2.500 0 1 0 0-5M17 14.200c2.200.4 3.600 2.200 4 4.800"),
        LOG(
                "M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 14.800a2.800 2.800 0 1 0 0-5.600 2.800 2.800 0 0 0 0 5.600z"),
        PERSON("M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20.500c.5-4 3.500-6.500 7.500-6.500s7 2.500 7.500 6.500"),
        CLOCK("M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 7.500V12l3 2"),
        CHECK("M4.500 12.500 10 18 20 7"),
        INFO("M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 11v5.500M12 7.700v.1"),
        WARN("M12 4 2.800 19.500h18.400zM12 10v4.500M12 17v.1"),
        STOP("M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM8 12h8"),
        PAUSE("M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM10 9v6M14 9v6"),
        LOCK("M6.500 11h11v9h-11zM8.500 11V8a3.500 3.500 0 0 1 7 0v3M12 14.500v2"),
        KEY("M8 16.500a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 12.500h9v3M17.500 12.500v2.500"),
        DOCUMENT("M6.500 3.500h7l4.500 4.500v12.500h-11.500zM13.500 3.500V8H18M9.500 12.500h5M9.500 16h5"),
        TOWN("M3.500 20.500h17M5 20.500v-9h14v9M4 11.500 12 5l8 6.500M9 20.500v-5M12 20.500v-5M15 20.500v-5"),
        HEART("M12 20S4 15.200 4 9.300A4.300 4.300 0 0 1 12 7a4.300 4.300 0 0 1 8 2.300C20 15.200 12 20 12 20z"),
        PRINT("M7.500 8.500v-5h9v5M7.500 17h-4V8.500h17V17h-4M7.500 14h9v6.500h-9z"),
        SEARCH("M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500l5 5"),
        PLUS("M12 5v14M5 12h14");

        private final String path;

        Shape(String path) {
            this.path = path;
        }
    }

    public Icon(Shape shape) {
        addClassName("ve-icon");
        getElement().setAttribute("aria-hidden", "true");
        getElement().setProperty("innerHTML", drawing(shape));
    }

    /** As HTML, for a page that the server writes itself. */
    public static String html(Shape shape) {
        return "<span class=\"ve-icon\" aria-hidden=\"true\">" + drawing(shape) + "</span>";
    }

    private static String drawing(Shape shape) {
        return "<svg viewBox='0 0 24 24'><path d='" + shape.path + "'/></svg>";
    }
}
