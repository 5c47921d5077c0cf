package nl.voorelkaar.portal.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.dossier.DocumentRefused;
import nl.voorelkaar.dossier.procedure.StepRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The words of the house, by key, in the language that the person chose. Dutch is the base: what has no English text is
 * Dutch, and the language of the machine never plays a part.
 */
@Component
public class Words implements I18NProvider {

    public static final Locale DUTCH = Locale.of("nl");

    static final List<Locale> OFFERED = List.of(DUTCH, Locale.ENGLISH);
    /** One file per part of the house; a key stands in one of them. */
    public static final List<String> FILES = List.of(
            "translations",
            "melding",
            "plan",
            "besluiten",
            "bezwaar",
            "klacht",
            "letters",
            "machtiging",
            "bewijs",
            "vertegenwoordiging",
            "nood",
            "balie",
            "grens",
            "namens",
            "rechten",
            "meenemen",
            "vergeten",
            "programmas");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The text of a key; numbers and texts go where the text has {0}, {1} and so on. */
    public static String say(String key, Object... parts) {
        return say(locale(), key, parts);
    }

    /**
     * For people on this face: {@code key.workspace} where the workspace has words of its own, otherwise {@code key}.
     */
    public static String on(Face face, String key, Object... parts) {
        return on(face, locale(), key, parts);
    }

    public static String on(Face face, Locale language, String key, Object... parts) {
        return find(language, key + "." + face.name().toLowerCase(Locale.ROOT), parts)
                .orElseGet(() -> say(language, key, parts));
    }

    /** For what is written outside a screen, such as a mail or a receipt in a given language. */
    public static String say(Locale language, String key, Object... parts) {
        return find(language, key, parts).orElse("!" + key);
    }

    /** Like {@link #say}, for a key that may be absent. */
    public static Optional<String> find(Locale language, String key, Object... parts) {
        return FILES.stream()
                .map(file -> ResourceBundle.getBundle(
                        "vaadin-i18n." + file, language, Words.class.getClassLoader(), NO_FALLBACK))
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .map(bundle -> bundle.getString(key))
                .map(text -> parts.length == 0 ? text : new MessageFormat(text, language).format(parts));
    }

    /** Why a step in a procedure cannot be taken, in one sentence. */
    public static String why(StepRefused refused) {
        return say("refused." + refused.reason().key());
    }

    /** Why a file is not taken, in one sentence. @param largest that is taken, in bytes */
    public static String why(DocumentRefused.Reason reason, long largest) {
        return say("document.refused." + reason.name().toLowerCase(Locale.ROOT), largest / 1024 / 1024);
    }

    /** {@code key.one} for 1, {@code key.many} otherwise, both with the number as {0}. */
    public static String count(String key, int number) {
        return say(key + (number == 1 ? ".one" : ".many"), number);
    }

    /** As the beginning of a sentence. */
    public static String first(String words) {
        return words.substring(0, 1).toUpperCase(locale()) + words.substring(1);
    }

    /** Joins as people do: "a", "a en b", "a, b en c". */
    public static String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        var last = items.size() - 1;
        return String.join(", ", items.subList(0, last)) + " " + say("words.and") + " " + items.get(last);
    }

    /** What stood on this page, in its language, for the evidence: the words on the button last. */
    public static ShownText shown(List<String> sentences) {
        return new ShownText(String.join("\n", sentences), locale());
    }

    /** The language of this screen; Dutch outside a screen. */
    public static Locale locale() {
        var ui = UI.getCurrent();
        return ui == null ? DUTCH : ui.getLocale();
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return OFFERED;
    }

    @Override
    public String getTranslation(@Nullable String key, Locale locale, Object... parts) {
        return key == null ? "" : say(locale, key, parts);
    }
}
