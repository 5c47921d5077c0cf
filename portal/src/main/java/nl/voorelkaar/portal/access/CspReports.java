package nl.voorelkaar.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Collects what browsers report about the content security policy. Writes down the directive and the origin that was
 * blocked, and nothing else of the report: an address can hold more than it should.
 */
@RestController
class CspReports {

    static final String PATH = "/csp-report";

    private static final Logger LOG = LoggerFactory.getLogger(CspReports.class);
    private static final int LARGEST = 16 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RateLimits limits;

    CspReports(RateLimits limits) {
        this.limits = limits;
    }

    @PostMapping(PATH)
    ResponseEntity<Void> report(HttpServletRequest request) throws IOException {
        if (!limits.take(RateLimits.Limit.CSP_REPORT, request.getRemoteAddr())) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
        }
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        lines(body).forEach(line -> LOG.warn("Content security policy: {}", line));
        return ResponseEntity.noContent().build();
    }

    static List<String> lines(byte[] body) {
        var lines = new ArrayList<String>();
        try {
            var json = JSON.readTree(body);
            var reports = json.isArray() ? json.values() : List.of(json);
            for (var report : reports) {
                var old = report.path("csp-report");
                if (old.isObject()) {
                    lines.add(line(old, "violated-directive", "blocked-uri"));
                } else if (report.path("body").isObject()) {
                    lines.add(line(report.path("body"), "effectiveDirective", "blockedURL"));
                }
            }
        } catch (JacksonException e) {
            lines.add("a report that is no JSON");
        }
        return lines.size() > 10 ? lines.subList(0, 10) : lines;
    }

    private static String line(JsonNode report, String directive, String blocked) {
        var name = report.path(directive).asString("").replaceAll("[^a-z-]", "");
        return (name.length() > 40 ? name.substring(0, 40) : name) + " blocked "
                + origin(report.path(blocked).asString(""));
    }

    private static String origin(String blocked) {
        if (blocked.matches("inline|eval|data|blob|wasm-eval|self|trusted-types-sink|trusted-types-policy")) {
            return blocked;
        }
        try {
            return Origin.of(blocked);
        } catch (IllegalArgumentException e) {
            return "something";
        }
    }
}
