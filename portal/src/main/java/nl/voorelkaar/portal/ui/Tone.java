package nl.voorelkaar.portal.ui;

import java.util.Locale;

/** How something is meant; never told by colour alone. */
public enum Tone {
    INFO(Icon.Shape.INFO),
    GOOD(Icon.Shape.CHECK),
    WARN(Icon.Shape.WARN),
    BAD(Icon.Shape.WARN),
    QUIET(Icon.Shape.INFO),
    TASK(Icon.Shape.CLOCK),
    WARM(Icon.Shape.HEART);

    private final Icon.Shape icon;

    Tone(Icon.Shape icon) {
        this.icon = icon;
    }

    Icon icon() {
        return new Icon(icon);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
