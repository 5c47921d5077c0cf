package nl.voorelkaar.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.dossier.EntryChanged;
import nl.voorelkaar.dossier.ShareCodes;
import nl.voorelkaar.dossier.vault.custody.KeyNotHeld;
import nl.voorelkaar.portal.access.AnotherToken;
import nl.voorelkaar.portal.access.Problem;
import nl.voorelkaar.portal.access.Problems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Every way in which a request can fail, as a problem (RFC 9457) that tells a program what to do and nobody who is
 * there.
 */
@RestControllerAdvice(basePackageClasses = ProblemAnswers.class)
class ProblemAnswers extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    private final AnotherToken anotherToken;

    ProblemAnswers(AnotherToken anotherToken) {
        this.anotherToken = anotherToken;
    }

    /** Absent and forbidden look the same; a token that ended meanwhile says nothing of what was asked. */
    @ExceptionHandler
    ResponseEntity<Object> refused(
            AccessRefused refused, WebRequest request, HttpServletRequest asked, HttpServletResponse answer) {
        return answer(
                anotherToken.askIfEnded(asked, answer) ? Problem.TOKEN : Problem.NOT_AVAILABLE, language(request));
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(ConsentRefused refused, WebRequest request) {
        var reason = refused.reason();
        if (reason == ConsentRefused.Reason.TOO_MANY) {
            return answer(Problem.TOO_MANY, language(request));
        }
        var problem = Problems.of(Problem.REFUSED, language(request));
        problem.setProperty("reason", reason.name());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(ShareCodes.CodeRefused refused, WebRequest request) {
        return refused.tooManyTries()
                ? answer(Problem.TOO_MANY, language(request))
                : answer(Problem.CODE, language(request));
    }

    @ExceptionHandler
    ResponseEntity<Object> changed(EntryChanged changed, WebRequest request) {
        return answer(Problem.CHANGED, language(request));
    }

    @ExceptionHandler
    ResponseEntity<Object> reused(OnceOnly.Reused reused, WebRequest request) {
        return answer(Problem.KEY_REUSED, language(request));
    }

    @ExceptionHandler
    ResponseEntity<Object> none(Files.NoFile none, WebRequest request) {
        return answer(Problem.NO_FILE, language(request));
    }

    @ExceptionHandler
    ResponseEntity<Object> none(Files.NotThatFar none, WebRequest request) {
        return answer(Problem.RANGE, language(request));
    }

    @ExceptionHandler
    ResponseEntity<Object> bad(BadRequest bad, WebRequest request) {
        return bad(bad.field(), language(request));
    }

    @ExceptionHandler
    ResponseEntity<Object> missing(MissingRequestHeaderException missing, WebRequest request) {
        return missing.getHeaderName().equals(HttpHeaders.IF_MATCH)
                ? answer(Problem.VERSION, language(request))
                : bad(missing.getHeaderName(), language(request));
    }

    /** The log says what broke and where, never what was in it. */
    @ExceptionHandler
    ResponseEntity<Object> broken(RuntimeException broken, WebRequest request) {
        if (isDatabaseAway(broken) || areKeysAway(broken)) {
            LOG.warn("a request of a program failed: a database or a key is not there");
            return ResponseEntity.status(Problem.AWAY.status())
                    .header(HttpHeaders.RETRY_AFTER, "5")
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(Problems.of(Problem.AWAY, language(request)));
        }
        var at = broken.getStackTrace().length == 0 ? "" : broken.getStackTrace()[0].toString();
        LOG.error("a request of a program failed: {} at {}", broken.getClass().getName(), at);
        return answer(Problem.BROKEN, language(request));
    }

    /**
     * For seconds as a rule, until the other server has taken over: SQLSTATE 08, connection, 25006, it is first no
     * longer, 25P03, it waited too long for us, 55P03, we waited too long for another whom it keeps waiting, 53, its
     * disk or memory is full, 57P, shut down, 58, its disk fails, and none at all, which is how a pool says that it
     * lost the connection in the middle.
     */
    private static boolean isDatabaseAway(Throwable broken) {
        return causes(broken)
                .filter(SQLException.class::isInstance)
                .map(cause -> Objects.requireNonNullElse(((SQLException) cause).getSQLState(), "08"))
                .anyMatch(state -> Stream.of("08", "25006", "25P03", "55P03", "53", "57P", "58")
                        .anyMatch(state::startsWith));
    }

    /** A key that was destroyed is asked for by nobody: its grant was refused before. */
    private static boolean areKeysAway(Throwable broken) {
        return causes(broken).anyMatch(KeyNotHeld.class::isInstance);
    }

    private static Stream<Throwable> causes(Throwable broken) {
        return Stream.iterate(broken, Objects::nonNull, Throwable::getCause);
    }

    /**
     * What Spring finds wrong: not readable, of the wrong type, in the wrong way. Its own words would repeat the
     * request.
     */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception found, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var what = status.is5xxServerError() ? Problem.BROKEN : Problem.UNREADABLE;
        return answer(Problems.of(status, what, language(request)));
    }

    private static Locale language(WebRequest request) {
        return Problems.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static ResponseEntity<Object> bad(String field, Locale asked) {
        var problem = Problems.of(Problem.FIELD, asked);
        problem.setProperty("field", field);
        return answer(problem);
    }

    private static ResponseEntity<Object> answer(Problem what, Locale asked) {
        return answer(Problems.of(what, asked));
    }

    private static ResponseEntity<Object> answer(org.springframework.http.ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
