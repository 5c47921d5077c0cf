package nl.devservices.clock;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells the time and moves it. A move is answered when everything that follows this clock has seen it. */
@RestController
public class ClockEndpoint {

    private final AdjustableClock clock;
    private final Followers followers;
    private final JsonMapper json = new JsonMapper();

    public ClockEndpoint(AdjustableClock clock, Followers followers) {
        this.clock = clock;
        this.followers = followers;
    }

    /**
     * @param follower name of a process that follows the clock, see {@link Followers}
     * @param offset what that process adds to the system's time
     */
    @GetMapping("/klok")
    Map<String, String> tell(
            @RequestParam(name = "volger", required = false) @Nullable String follower,
            @RequestParam(name = "offset", defaultValue = "") String offset) {
        if (follower != null) {
            followers.look(follower, offset);
        }
        return now();
    }

    @PostMapping(path = "/klok", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> moveByForm(@RequestParam Map<String, String> form) {
        move(form);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/")
                .build();
    }

    @PostMapping("/klok")
    Map<String, String> moveByJson(@RequestBody(required = false) @Nullable String body) {
        return move(fields(body));
    }

    private Map<String, String> move(Map<String, String> fields) {
        for (var name : fields.keySet()) {
            if (!name.equals("advance") && !name.equals("now")) {
                throw new BadField(name, "dit veld kent de klok niet; stuur advance of now");
            }
        }
        if (fields.size() != 1) {
            throw new BadField("advance", "stuur één van de twee: advance of now");
        }
        var name = fields.keySet().iterator().next();
        var value = fields.get(name);
        try {
            clock.set(name.equals("now") ? moment(value) : stepped(value));
        } catch (AdjustableClock.OutOfRange e) {
            throw new BadField(name, e.getMessage());
        }
        followers.moved();
        return now();
    }

    private Instant stepped(String value) {
        try {
            return Advance.parse(value).from(clock.now()).toInstant();
        } catch (DateTimeException | ArithmeticException e) {
            throw new BadField("advance", "schrijf een stap als ISO 8601, zoals P14D, PT2H of -P1D");
        }
    }

    private static Instant moment(String value) {
        try {
            return OffsetDateTime.parse(value.strip()).toInstant();
        } catch (DateTimeException e) {
            throw new BadField("now", "schrijf een moment met tijdzone, zoals 2026-10-05T09:00:00+02:00");
        }
    }

    private Map<String, String> fields(@Nullable String body) {
        try {
            var tree = json.readTree(body == null ? "" : body);
            if (!tree.isObject()) {
                throw new BadField("advance", "stuur JSON, zoals {\"advance\":\"P14D\"}");
            }
            var fields = new LinkedHashMap<String, String>();
            for (Map.Entry<String, JsonNode> field : tree.properties()) {
                if (!field.getValue().isString()) {
                    throw new BadField(field.getKey(), "dit veld moet tekst zijn");
                }
                fields.put(field.getKey(), field.getValue().asString());
            }
            return fields;
        } catch (JacksonException e) {
            throw new BadField("advance", "stuur JSON, zoals {\"advance\":\"P14D\"}");
        }
    }

    private Map<String, String> now() {
        var answer = new LinkedHashMap<String, String>();
        var offset = clock.offset();
        answer.put("now", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(clock.now()));
        answer.put("offset", offset.toString());
        return answer;
    }

    @ExceptionHandler
    ProblemDetail refuse(BadField bad) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, bad.field + ": " + bad.getMessage());
        problem.setTitle("De klok is niet verzet");
        problem.setProperty("field", bad.field);
        return problem;
    }

    private static final class BadField extends RuntimeException {

        private final String field;

        BadField(String field, String message) {
            super(message);
            this.field = field;
        }
    }
}
