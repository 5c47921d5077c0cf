package nl.voorelkaar.portal.access;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatusCode;

/**
 * Every way in which a program hears that something did not go. The codes never change; titles are in Dutch and
 * English.
 */
public enum Problem {
    TOKEN(401),
    NOT_AVAILABLE(404),
    CODE(404),
    NO_FILE(404),
    FIELD(400),
    /** Not understood at all: the wrong form, kind or answer asked. */
    UNREADABLE(400, 406, 415),
    REFUSED(409),
    CHANGED(412),
    RANGE(416),
    KEY_REUSED(422),
    VERSION(428),
    TOO_MANY(429),
    BROKEN(500),
    /** A database does not answer now, or the keys are not there. */
    AWAY(503);

    private final List<HttpStatusCode> statuses;

    Problem(int... statuses) {
        this.statuses = IntStream.of(statuses).mapToObj(HttpStatusCode::valueOf).toList();
    }

    /** As it is sent, such as {@code not-available}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The usual one. */
    public HttpStatusCode status() {
        return statuses.getFirst();
    }

    /** All that it can come with. */
    public List<HttpStatusCode> statuses() {
        return statuses;
    }
}
