package nl.voorelkaar.portal.notice;

import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Letters over NotifyNL: "send a precompiled letter", with the PDF in the request. */
@Component
class NotifyLetters implements LetterPost {

    private final NotifyApi api;

    /** @param key as NotifyNL gives it; empty for a post that asks for none */
    NotifyLetters(
            @Value("${voorelkaar.letters.url}") URI url, @Value("${voorelkaar.letters.key:}") String key, Clock clock) {
        this.api = new NotifyApi(url, key, clock);
    }

    @Override
    public String send(UUID reference, byte[] pdf) {
        return api.send(
                "letter",
                Map.of(
                        "reference",
                        reference.toString(),
                        "content",
                        Base64.getEncoder().encodeToString(pdf),
                        "postage",
                        "netherlands"));
    }

    @Override
    public State state(String id) {
        try {
            return api.status(id).map(NotifyLetters::meaning).orElse(State.UNKNOWN);
        } catch (NotTaken noAnswer) {
            return State.UNKNOWN;
        }
    }

    private static State meaning(String status) {
        return switch (status) {
            case "returned-letter" -> State.RETURNED;
            case "permanent-failure", "technical-failure", "validation-failed", "virus-scan-failed", "cancelled" ->
                State.FAILED;
            case "delivered", "received" -> State.DELIVERED;
            default -> State.ON_ITS_WAY;
        };
    }
}
