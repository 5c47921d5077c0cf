package nl.voorelkaar.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import nl.voorelkaar.portal.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * What goes wrong, said to programs: RFC 9457. The {@code code} is for the program and never changes; the title is for
 * whoever reads its log. Never says anything about a person, and repeats nothing of the request.
 */
public final class Problems {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Problems() {}

    public static ProblemDetail of(Problem what, Locale language) {
        return of(what.status(), what, language);
    }

    /** @param status when it is not the usual one */
    public static ProblemDetail of(HttpStatusCode status, Problem what, Locale language) {
        var problem = ProblemDetail.forStatus(status);
        problem.setTitle(Words.say(language, "api.problem." + what.code()));
        problem.setProperty("code", what.code());
        return problem;
    }

    /** Dutch, unless somebody asks for English first: the language of the machine plays no part. */
    public static Locale language(@Nullable String asked) {
        return asked != null && asked.startsWith("en") ? Locale.ENGLISH : Words.DUTCH;
    }

    /** For who is answered before any controller is reached. */
    static void write(HttpServletRequest request, HttpServletResponse response, Problem what) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(what.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var problem = JSON.createObjectNode()
                .put(
                        "title",
                        of(what, language(request.getHeader("Accept-Language"))).getTitle())
                .put("status", what.status().value())
                .put("code", what.code());
        response.getOutputStream().write(JSON.writeValueAsBytes(problem));
    }
}
