package nl.devservices.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Takes a sign-in from the sign-in page to the authorization request that asked for it, once. Nothing else remembers
 * who signed in: like DigiD without single sign-on, the provider asks again for every request, so {@code prompt=login}
 * and {@code max_age} always hold and no cookie is needed.
 */
final class Tickets implements SecurityContextRepository {

    static final String PARAMETER = "ticket";

    private static final Duration VALID = Duration.ofMinutes(1);

    private final SecureRandom random = new SecureRandom();
    private final ConcurrentHashMap<String, Ticket> open = new ConcurrentHashMap<>();

    String issue(PersonaSignIn signIn) {
        var now = System.nanoTime();
        open.values().removeIf(ticket -> ticket.endedBy(now));
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        open.put(text, new Ticket(signIn, now + VALID.toNanos()));
        return text;
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    private SecurityContext load(HttpServletRequest request) {
        var text = request.getParameter(PARAMETER);
        var ticket = text == null ? null : open.remove(text);
        return ticket == null || ticket.endedBy(System.nanoTime())
                ? SecurityContextHolder.createEmptyContext()
                : new SecurityContextImpl(ticket.signIn);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // A ticket is for one request: there is nothing to keep.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var text = request.getParameter(PARAMETER);
        return text != null && open.containsKey(text);
    }

    /** @param end value of {@link System#nanoTime()} */
    private record Ticket(PersonaSignIn signIn, long end) {

        boolean endedBy(long now) {
            return now - end >= 0;
        }
    }
}
