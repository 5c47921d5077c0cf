package nl.devservices.witness;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The two witnesses, at {@code /getuige/1} and {@code /getuige/2}. */
@RestController
public class WitnessEndpoint {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final MediaType SIZE = MediaType.parseMediaType("text/x.tlog.size");

    private final List<LocalWitness> witnesses;

    public WitnessEndpoint(List<LocalWitness> witnesses) {
        this.witnesses = witnesses;
    }

    @PostMapping("/getuige/{number:[12]}/add-checkpoint")
    ResponseEntity<byte[]> add(@PathVariable("number") int number, @RequestBody byte[] request) {
        var answer = witnesses.get(number - 1).add(new String(request, StandardCharsets.UTF_8));
        return ResponseEntity.status(answer.status())
                .contentType(answer.status() == 409 ? SIZE : TEXT)
                .body(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/getuige/{number:[12]}")
    ResponseEntity<String> tell(@PathVariable("number") int number) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .body(witnesses.get(number - 1).verifierKey() + "\n");
    }
}
