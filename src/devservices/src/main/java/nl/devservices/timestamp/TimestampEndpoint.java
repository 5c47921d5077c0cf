package nl.devservices.timestamp;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** RFC 3161 3.4: a query posted, a reply back. */
@RestController
public class TimestampEndpoint {

    private static final MediaType REPLY = MediaType.parseMediaType("application/timestamp-reply");

    private final LocalTimestamps timestamps;

    public TimestampEndpoint(LocalTimestamps timestamps) {
        this.timestamps = timestamps;
    }

    @PostMapping(path = "/tsa", consumes = "application/timestamp-query")
    ResponseEntity<byte[]> answer(@RequestBody byte[] query) {
        try {
            return ResponseEntity.ok().contentType(REPLY).body(timestamps.answer(query));
        } catch (IllegalArgumentException e) {
            return ResponseEntity.badRequest().build();
        }
    }

    @GetMapping("/tsa")
    ResponseEntity<String> tell() {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.UTF_8))
                .body("Tijdstempels van deze omgeving (RFC 3161): stuur een POST met application/timestamp-query.\n");
    }
}
