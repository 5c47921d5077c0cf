package nl.devservices.mailbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that the product sent.
 *
 * @param to address, telephone number or the lines of a postal address
 * @param subject empty for an SMS
 * @param html only for a mail that has it
 * @param returnTo of a mail: where a mail server reports that it could not deliver
 * @param receivedAt in the environment's time, ISO 8601
 */
public record Message(
        String id,
        Kind kind,
        String to,
        String from,
        String subject,
        String text,
        @Nullable String html,
        @Nullable String returnTo,
        String receivedAt) {

    /** As in the JSON: {@code mail}, {@code sms}, {@code letter}. */
    public enum Kind {
        mail,
        sms,
        letter
    }

    Optional<String> htmlPart() {
        return Optional.ofNullable(html);
    }
}
