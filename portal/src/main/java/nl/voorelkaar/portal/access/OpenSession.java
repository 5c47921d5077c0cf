package nl.voorelkaar.portal.access;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.voorelkaar.consent.RecentLogin;
import org.jspecify.annotations.Nullable;

/**
 * One signed-in session on this node and its limits (DOMAIN §5): 15 minutes without activity, 8 hours in all. An
 * attribute of the HTTP session, so that it ends when that ends.
 */
final class OpenSession implements HttpSessionBindingListener {

    static final Duration IDLE = Duration.ofMinutes(15);
    static final Duration WARN = Duration.ofMinutes(13);
    static final Duration LONGEST = Duration.ofHours(8);

    private static final String ATTRIBUTE = OpenSession.class.getName();

    private final OpenSessions all;
    private final HttpSession http;
    private final Instant startedAt;
    private volatile Person person;
    private volatile Instant lastActive;
    private volatile @Nullable Ending ended;
    private volatile boolean warned;

    private OpenSession(OpenSessions all, HttpSession http, Person person, Instant now) {
        this.all = all;
        this.http = http;
        this.person = person;
        this.startedAt = now;
        this.lastActive = now;
    }

    static OpenSession begin(OpenSessions all, HttpSession http, Person person, Instant now) {
        var open = new OpenSession(all, http, person, now);
        http.setAttribute(ATTRIBUTE, open);
        return open;
    }

    static Optional<OpenSession> of(@Nullable HttpSession http) {
        return http == null ? Optional.empty() : Optional.ofNullable((OpenSession) http.getAttribute(ATTRIBUTE));
    }

    HttpSession http() {
        return http;
    }

    Person person() {
        return person;
    }

    /** The same person proved again who they are: activity, but no new 8 hours. */
    void signedInAgain(Person again, Instant now) {
        person = again;
        active(now);
    }

    void active(Instant now) {
        lastActive = now;
    }

    /**
     * From now on no request is served in this session, however long its screens take to close.
     *
     * @return whether this call ended it
     */
    synchronized boolean end(Ending why) {
        var first = ended == null;
        ended = why;
        return first;
    }

    Optional<Ending> ending(Instant now) {
        if (ended != null) {
            return Optional.of(ended);
        }
        if (RecentLogin.isAhead(person.actor().signedInAt(), now)) {
            return Optional.of(Ending.CLOCK);
        }
        if (!now.isBefore(startedAt.plus(LONGEST))) {
            return Optional.of(Ending.LONGEST);
        }
        return now.isBefore(lastActive.plus(IDLE)) ? Optional.empty() : Optional.of(Ending.IDLE);
    }

    /** When the session ends if nothing is done any more. */
    Instant endsAt() {
        var idle = lastActive.plus(IDLE);
        var longest = startedAt.plus(LONGEST);
        return idle.isBefore(longest) ? idle : longest;
    }

    /** Whether it is time to warn. */
    boolean nearlyOver(Instant now) {
        return !now.isBefore(endsAt().minus(IDLE.minus(WARN)));
    }

    /** Whether doing something makes the session last longer: not at the end of the 8 hours. */
    boolean canLastLonger() {
        return lastActive.plus(IDLE).isBefore(startedAt.plus(LONGEST));
    }

    boolean warned() {
        return warned;
    }

    void warned(boolean shown) {
        warned = shown;
    }

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
        all.add(this);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        all.remove(this);
    }

    /** Why a session is over; the word goes to the signed-out page. */
    enum Ending {
        SIGNED_OUT("uitgelogd"),
        IDLE("stil"),
        LONGEST("lang"),
        ELSEWHERE("elders"),
        CLOCK("klok"),
        GONE("weg"),
        UPGRADE("bijgewerkt");

        private final String word;

        Ending(String word) {
            this.word = word;
        }

        String page() {
            return SignedOut.PAGE + "?" + SignedOut.WHY + "=" + word;
        }
    }
}
