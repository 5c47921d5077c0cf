package nl.voorelkaar.dossier.deadline;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import nl.voorelkaar.consent.CalendarDays;

/**
 * Steps in plain words, the same on screens, in letters, in reminders and to machines. In Dutch, or in English for
 * {@link Locale#ENGLISH}; every other language gets Dutch.
 */
public final class DeadlineWords {

    private static final String BUNDLE = "nl.voorelkaar.dossier.deadline.deadlines";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Locale DUTCH = Locale.of("nl");

    private final Locale language;

    public DeadlineWords(Locale language) {
        this.language = language.getLanguage().equals("en") ? Locale.ENGLISH : DUTCH;
    }

    /** One or two sentences. */
    public String of(Step step) {
        var parts = step.arguments().stream().map(this::of).toArray();
        var text = say(step.key(), parts);
        return text.substring(0, 1).toUpperCase(language) + text.substring(1);
    }

    /** As in "Awb artikel 6:8 lid 1". */
    public String of(Article article) {
        if (article.law() == Article.Law.POLICY) {
            return say("article.policy");
        }
        var law = article.law().shortTitle();
        return article.paragraph() == 0
                ? say("article", law, article.number())
                : say("article.paragraph", law, article.number(), Integer.toString(article.paragraph()));
    }

    /** As in "6 weken". */
    public String of(Length length) {
        var key = "length." + name(length.unit()) + (length.number() == 1 ? ".one" : ".many");
        return say(key, Integer.toString(length.number()));
    }

    /** As in "tweede paasdag". */
    public String of(FreeDay.Name name) {
        return say("free." + name(name));
    }

    /** As in "maandag 2 maart 2026". */
    public String of(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", language).format(day);
    }

    private String of(Argument argument) {
        return switch (argument) {
            case Argument.Day(var day) -> of(day);
            case Argument.Moment(var instant) -> of(instant);
            case Argument.Span(var length) -> of(length);
            case Argument.Free(var name) -> of(name);
            case Argument.Money(var euros) -> of(euros);
        };
    }

    private String of(Instant instant) {
        var time = DateTimeFormatter.ofPattern(language == DUTCH ? "H.mm" : "HH:mm", language)
                .format(instant.atZone(CalendarDays.AMSTERDAM));
        return say("moment", of(CalendarDays.dayOf(instant)), time);
    }

    /** As in "€ 1.442". */
    public String of(BigDecimal euros) {
        var format = NumberFormat.getNumberInstance(language);
        var cents = euros.stripTrailingZeros().scale() > 0 ? 2 : 0;
        format.setMinimumFractionDigits(cents);
        format.setMaximumFractionDigits(cents);
        return say("money", format.format(euros));
    }

    private String say(String key, Object... parts) {
        var text = ResourceBundle.getBundle(BUNDLE, language, DeadlineWords.class.getClassLoader(), NO_FALLBACK)
                .getString(key);
        return parts.length == 0 ? text : new MessageFormat(text, language).format(parts);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
