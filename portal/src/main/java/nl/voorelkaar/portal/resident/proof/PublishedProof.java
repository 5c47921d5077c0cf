package nl.voorelkaar.portal.resident.proof;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.TransparencyLog;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The transparency log for everybody (C2SP tlog-tiles): checkpoints, tiles and keys. Knows nobody: no sign-in, no
 * session, no cookie; what it shows never changes, but for the checkpoint, so that any cache may keep it.
 */
@RestController
@Face.OnResident
class PublishedProof {

    static final String PATH = "/bewijs";
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final Duration ALWAYS = Duration.ofDays(365);
    private static final int HASH = 32;

    /** Level, number in groups of three digits, and the width of a partial tile. */
    private static final Pattern TILE = Pattern.compile(
            "(entries|0|[1-9]|[1-5][0-9]|6[0-3])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    private final TransparencyLog log;

    PublishedProof(TransparencyLog log) {
        this.log = log;
    }

    @GetMapping(PATH + "/checkpoint")
    ResponseEntity<String> checkpoint(HttpServletResponse response) {
        return checkpoint(0, response);
    }

    @GetMapping(PATH + "/{log:[1-9][0-9]{0,2}}/checkpoint")
    ResponseEntity<String> checkpoint(@PathVariable("log") int number, HttpServletResponse response) {
        return log.checkpoint(number)
                .map(note -> kept(response, Duration.ofSeconds(1), false)
                        .contentType(TEXT)
                        .body(note))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping(PATH + "/tile/{*tile}")
    ResponseEntity<byte[]> tile(@PathVariable("tile") String tile, HttpServletResponse response) {
        return tile(0, tile, response);
    }

    @GetMapping(PATH + "/{log:[1-9][0-9]{0,2}}/tile/{*tile}")
    ResponseEntity<byte[]> tile(
            @PathVariable("log") int number, @PathVariable("tile") String tile, HttpServletResponse response) {
        return Optional.of(TILE.matcher(tile.substring(1)))
                .filter(Matcher::matches)
                .flatMap(asked -> bytes(number, asked))
                .map(bytes -> kept(response, ALWAYS, true)
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(bytes))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Whatever else is asked below is not a page of the product. */
    @GetMapping(PATH + "/**")
    ResponseEntity<Void> nothing() {
        return ResponseEntity.notFound().build();
    }

    private Optional<byte[]> bytes(int number, Matcher asked) {
        var width = Optional.ofNullable(asked.group(3)).map(Integer::valueOf).orElse(TransparencyLog.WHOLE);
        if (width >= TransparencyLog.WHOLE && asked.group(3) != null) {
            return Optional.empty();
        }
        var index = Long.parseLong(asked.group(2).replace("x", "").replace("/", ""));
        return asked.group(1).equals("entries")
                ? log.tile(number, TransparencyLog.ENTRIES, index, width).map(PublishedProof::bundle)
                : log.tile(number, Integer.parseInt(asked.group(1)), index, width);
    }

    /** Each entry with its length in front. */
    private static byte[] bundle(byte[] entries) {
        var bundle = new byte[entries.length / HASH * (HASH + 2)];
        for (var entry = 0; entry * HASH < entries.length; entry++) {
            bundle[entry * (HASH + 2) + 1] = HASH;
            System.arraycopy(entries, entry * HASH, bundle, entry * (HASH + 2) + 2, HASH);
        }
        return bundle;
    }

    @GetMapping(PATH + "/sleutels")
    ResponseEntity<Map<String, Object>> keys(HttpServletResponse response) {
        var keys = new LinkedHashMap<String, Object>();
        log.keyPrint().ifPresent(print -> keys.put("keyPrint", print));
        keys.put(
                "logs",
                log.logs().stream()
                        .map(one -> {
                            var fields = new LinkedHashMap<String, String>();
                            fields.put("origin", one.origin());
                            fields.put("prefix", one.prefix());
                            fields.put("ed25519", one.ed25519());
                            fields.put("mlDsa44", one.mlDsa44());
                            return fields;
                        })
                        .toList());
        keys.put("witnesses", log.witnesses());
        return kept(response, Duration.ofHours(1), false)
                .contentType(MediaType.APPLICATION_JSON)
                .body(keys);
    }

    /** The answer is the same for everybody, unlike what the filters expect of every answer. */
    private static ResponseEntity.BodyBuilder kept(HttpServletResponse response, Duration time, boolean always) {
        var cache = CacheControl.maxAge(time).cachePublic();
        response.setHeader(HttpHeaders.CACHE_CONTROL, (always ? cache.immutable() : cache).getHeaderValue());
        response.setHeader(HttpHeaders.PRAGMA, null);
        response.setHeader(HttpHeaders.EXPIRES, null);
        return ResponseEntity.ok();
    }
}
