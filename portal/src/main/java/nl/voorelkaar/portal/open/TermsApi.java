package nl.voorelkaar.portal.open;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.dossier.deadline.BadFacts;
import nl.voorelkaar.dossier.deadline.Deadline;
import nl.voorelkaar.dossier.deadline.DeadlineWords;
import nl.voorelkaar.dossier.deadline.Deadlines;
import nl.voorelkaar.dossier.deadline.Facts;
import nl.voorelkaar.dossier.deadline.PenaltyFacts;
import nl.voorelkaar.dossier.deadline.PenaltyOutcome;
import nl.voorelkaar.dossier.deadline.Rule;
import nl.voorelkaar.dossier.deadline.Step;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.access.RateLimits;
import nl.voorelkaar.portal.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The calculator for machines: {@code GET /api/termijnen?regel=bezwaar&vanaf=2026-03-02}. The fields are those of
 * {@link Facts#read(Map)}, and of {@link PenaltyFacts#read(Map)} for {@code dwangsom}; {@code taal=en} for English.
 * What is wrong comes back as a problem (RFC 9457) that names each field. Knows nobody: no sign-in, no session, no
 * cookie.
 */
@RestController
class TermsApi {

    static final String PATH = "/api/termijnen";
    private static final String LANGUAGE = "taal";

    /** Decrees and amounts change once in years; an hour is short enough. */
    private static final String KEPT = "public, max-age=3600";

    private final Deadlines deadlines;
    private final RateLimits limits;
    private final HouseSettings settings;
    private final Clock clock;

    TermsApi(Deadlines deadlines, RateLimits limits, HouseSettings settings, Clock clock) {
        this.deadlines = deadlines;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ResponseEntity<?> answer(
            @RequestParam MultiValueMap<String, String> asked,
            HttpServletRequest request,
            HttpServletResponse response) {
        var fields = new LinkedHashMap<String, List<String>>(asked);
        var chosen = fields.remove(LANGUAGE);
        var language = chosen != null && chosen.contains("en") ? Locale.ENGLISH : Words.DUTCH;
        if (!limits.take(RateLimits.Limit.TERMS, request.getRemoteAddr())) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, "60")
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem(HttpStatus.TOO_MANY_REQUESTS, Words.say(language, "open.error.too-many.title")));
        }
        try {
            var answer = Terms.isPenalty(fields)
                    ? penalty(fields, new DeadlineWords(language))
                    : term(deadlines.of(Facts.read(fields)), new DeadlineWords(language));
            keep(response);
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
        } catch (BadFacts bad) {
            return ResponseEntity.badRequest()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem(bad, language));
        }
    }

    /** The answer is the same for everybody, unlike what the filters expect of every answer. */
    private static void keep(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, KEPT);
        response.setHeader(HttpHeaders.PRAGMA, null);
        response.setHeader(HttpHeaders.EXPIRES, null);
    }

    private static Map<String, Object> term(Deadline deadline, DeadlineWords words) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("regel", deadline.rule().code());
        answer.put("vanaf", start(deadline));
        putLastDay(answer, deadline);
        answer.put("streefdatum", deadline.target().toString());
        answer.put("staatStil", deadline.standsStill());
        answer.put("stappen", steps(deadline.steps(), words));
        return answer;
    }

    private static String start(Deadline deadline) {
        var moment = deadline.facts().moment();
        return moment == null ? deadline.facts().day().toString() : words(moment.atZone(CalendarDays.AMSTERDAM));
    }

    private static void putLastDay(Map<String, Object> answer, Deadline deadline) {
        answer.put("laatsteDag", deadline.lastDay().toString());
        answer.put("laatsteMoment", words(deadline.endInAmsterdam()));
    }

    private static String words(ZonedDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }

    private Map<String, Object> penalty(Map<String, List<String>> fields, DeadlineWords words) {
        var facts = PenaltyFacts.read(fields);
        var outcome = deadlines.of(facts, CalendarDays.dayOf(clock.instant()));
        var answer = new LinkedHashMap<String, Object>();
        answer.put("regel", Rule.DEFAULT_NOTICE.code());
        if (facts.received() != null) {
            answer.put("vanaf", facts.received().toString());
            answer.put("geldig", outcome.penalty() != null);
        }
        putPenalty(answer, outcome);
        answer.put("dagen", outcome.days());
        answer.put("bedrag", outcome.amount());
        answer.put("stappen", steps(outcome.steps(), words));
        return answer;
    }

    private static void putPenalty(Map<String, Object> answer, PenaltyOutcome outcome) {
        var penalty = outcome.penalty();
        if (penalty != null) {
            putLastDay(answer, penalty.grace());
            answer.put("eersteDwangsomdag", penalty.firstDay().toString());
            answer.put("laatsteDwangsomdag", penalty.lastDay().toString());
            answer.put("hoogsteBedrag", penalty.most());
        }
        if (outcome.possibleFrom() != null) {
            answer.put("mogelijkVanaf", outcome.possibleFrom().toString());
        }
    }

    private static List<Map<String, Object>> steps(List<Step> steps, DeadlineWords words) {
        return steps.stream().map(step -> step(step, words)).toList();
    }

    private static Map<String, Object> step(Step step, DeadlineWords words) {
        var part = new LinkedHashMap<String, @Nullable Object>();
        part.put("artikel", words.of(step.article()));
        part.put("tekst", words.of(step));
        part.put("datum", step.day() == null ? null : step.day().toString());
        return part;
    }

    private ProblemDetail problem(BadFacts bad, Locale language) {
        var wrong = new ArrayList<Map<String, String>>();
        for (var problem : bad.problems()) {
            wrong.add(Map.of(
                    "veld", problem.field(),
                    "code", Terms.code(problem.reason()),
                    "tekst", Terms.sentence(problem.reason(), language)));
        }
        var first = wrong.getFirst();
        var detail = problem(HttpStatus.BAD_REQUEST, Words.say(language, "terms.problem.title"));
        detail.setDetail(first.get("veld") + ": " + first.get("tekst"));
        detail.setProperty("veld", first.get("veld"));
        detail.setProperty("fouten", wrong);
        if (first.get("veld").equals("regel")) {
            detail.setProperty(
                    "regels", Arrays.stream(Rule.values()).map(Rule::code).toList());
        }
        return detail;
    }

    private ProblemDetail problem(HttpStatus status, String title) {
        var detail = ProblemDetail.forStatus(status);
        detail.setType(URI.create(settings.at("/termijnen")));
        detail.setTitle(title);
        return detail;
    }
}
