package nl.voorelkaar.portal.notice;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.dossier.PhoneNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Text messages over the NotifyNL that takes the letters, with a template there that says {@code ((body))}. */
@Component
@Face.OnResident
class NotifySms implements SmsPost {

    private static final Logger LOG = LoggerFactory.getLogger(NotifySms.class);

    private final NotifyApi api;
    private final String template;

    /** @param template as NotifyNL numbers it; empty for a municipality that sends no text messages */
    NotifySms(
            @Value("${voorelkaar.letters.url}") URI url,
            @Value("${voorelkaar.letters.key:}") String key,
            @Value("${voorelkaar.sms.template:}") String template,
            Clock clock) {
        this.api = new NotifyApi(url, key, clock);
        this.template = template;
    }

    @Override
    public boolean offered() {
        return !template.isBlank();
    }

    @Override
    public boolean send(UUID reference, PhoneNumber to, String text) {
        if (!offered()) {
            return false;
        }
        try {
            api.send(
                    "sms",
                    Map.of(
                            "phone_number", to.revealDigits(),
                            "template_id", template,
                            "personalisation", Map.of("body", text),
                            "reference", reference.toString()));
            return true;
        } catch (LetterPost.NotTaken e) {
            LOG.warn("A text message was not taken");
            return false;
        }
    }
}
