package nl.voorelkaar.portal.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Brakes one program, whoever uses it. */
final class ProgramLimit extends OncePerRequestFilter {

    private final RateLimits limits;

    ProgramLimit(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var program =
                SessionSignedIn.signedIn().map(person -> person.getIdToken().getClaimAsString(Bearers.CLIENT));
        if (program.isPresent() && !limits.take(RateLimits.Limit.PROGRAM, program.get())) {
            response.setHeader("Retry-After", "1");
            Problems.write(request, response, Problem.TOO_MANY);
            return;
        }
        chain.doFilter(request, response);
    }
}
