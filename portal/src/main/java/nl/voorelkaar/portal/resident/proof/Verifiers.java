package nl.voorelkaar.portal.resident.proof;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import nl.voorelkaar.consent.Face;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What residents check their proof with: a page that needs no network, and a Java program. For everybody, without
 * sign-in, and the same for all, so that anybody can compare what was given to whom.
 */
@RestController
@Face.OnResident
class Verifiers {

    static final String PAGE = "/bewijs/controle.html";
    static final String PROGRAM = "/bewijs/Verify.java";

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final String page = read("controle.html");
    private final String program = read("Verify.java");

    /** Only the page's own script and style, known by their prints. It can load and send nothing. */
    private final String policy = "default-src 'none'; script-src '" + print(page, "script") + "'; style-src '"
            + print(page, "style") + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @GetMapping(PAGE)
    ResponseEntity<String> page(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", policy);
        return kept(response).contentType(HTML).body(page);
    }

    @GetMapping(PROGRAM)
    ResponseEntity<String> program(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"Verify.java\"");
        return kept(response).contentType(TEXT).body(program);
    }

    private static ResponseEntity.BodyBuilder kept(HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(Duration.ofHours(1)).cachePublic().getHeaderValue());
        response.setHeader(HttpHeaders.PRAGMA, null);
        response.setHeader(HttpHeaders.EXPIRES, null);
        return ResponseEntity.ok();
    }

    private static String print(String page, String element) {
        var start = page.indexOf("<" + element + ">") + element.length() + 2;
        var content = page.substring(start, page.indexOf("</" + element + ">", start));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String name) {
        try {
            return new ClassPathResource("verifier/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
