package nl.devservices.mailbox;

import static nl.devservices.page.Html.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.devservices.page.Html;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows the mailbox, and takes SMS and letters in the manner of NotifyNL. */
@RestController
public class MailboxPages {

    private final Mailbox mailbox;

    public MailboxPages(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** Newest first. */
    @GetMapping("/post.json")
    List<Message> json() {
        return mailbox.all();
    }

    @GetMapping(path = "/post", produces = MediaType.TEXT_HTML_VALUE)
    String list() {
        var messages = mailbox.all();
        var rows = messages.stream()
                .map(message -> "<tr><td>" + text(when(message)) + "</td><td>" + kind(message) + "</td><td>"
                        + text(message.to()) + "</td><td><a href=\"/post/" + message.id() + "\">" + text(title(message))
                        + "</a></td></tr>")
                .collect(Collectors.joining("\n"));
        return Html.page(
                "Post",
                "<p><a href=\"/\">Naar het begin</a></p>\n"
                        + (messages.isEmpty()
                                ? "<p>Er is nog niets verstuurd.</p>"
                                : "<div class=\"tabel\"><table><thead><tr><th>Wanneer</th><th>Soort</th><th>Aan</th>"
                                        + "<th>Onderwerp</th></tr></thead><tbody>\n" + rows
                                        + "\n</tbody></table></div>"));
    }

    @GetMapping(path = "/post/{id}", produces = MediaType.TEXT_HTML_VALUE)
    String one(@PathVariable("id") String id) {
        var message = mailbox.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Html.page(
                title(message),
                "<p><a href=\"/post\">Alle post</a></p>\n<dl><dt>Soort</dt><dd>" + kind(message)
                        + "</dd><dt>Aan</dt><dd>" + text(message.to()) + "</dd><dt>Van</dt><dd>" + text(message.from())
                        + "</dd><dt>Wanneer</dt><dd>" + text(when(message)) + "</dd></dl>\n<pre class=\"bericht\">"
                        + text(message.text()) + "</pre>"
                        + message.htmlPart()
                                .map(html -> "<iframe sandbox title=\"De mail zoals opgemaakt\" srcdoc=\"" + text(html)
                                        + "\"></iframe>")
                                .orElse(""));
    }

    @PostMapping("/v2/notifications/sms")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> sms(@RequestBody Notification notification) {
        return taken(Message.Kind.sms, required("phone_number", notification.phone_number()), notification);
    }

    /** The address is in {@code personalisation.address_line_1} to {@code address_line_7}. */
    @PostMapping("/v2/notifications/letter")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> letter(@RequestBody Notification notification) {
        var fields = notification.fields();
        required("personalisation.address_line_1", fields.get("address_line_1"));
        var address = IntStream.rangeClosed(1, 7)
                .mapToObj(line -> fields.get("address_line_" + line))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return taken(Message.Kind.letter, address, notification);
    }

    private Map<String, Object> taken(Message.Kind kind, String to, Notification notification) {
        required("template_id", notification.template_id());
        var fields = notification.fields();
        var body = fields.containsKey("body")
                ? fields.get("body")
                : fields.entrySet().stream()
                        .filter(field -> !field.getKey().startsWith("address_line_"))
                        .map(field -> field.getKey() + ": " + field.getValue())
                        .collect(Collectors.joining("\n"));
        var message = mailbox.add(kind, to, "", fields.getOrDefault("subject", ""), body, null);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", message.id());
        answer.put("reference", notification.reference());
        answer.put("content", Map.of("body", body, "subject", message.subject()));
        answer.put("uri", "/v2/notifications/" + message.id());
        answer.put("template", Map.of("id", notification.template_id(), "version", 1));
        return answer;
    }

    private static String required(String field, @org.jspecify.annotations.Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new Missing(field);
        }
        return value;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refuse(Missing missing) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, missing.getMessage() + ": dit veld is verplicht");
        problem.setTitle("Het bericht is niet aangenomen");
        problem.setProperty("field", missing.getMessage());
        return ResponseEntity.badRequest().body(problem);
    }

    private static String kind(Message message) {
        return switch (message.kind()) {
            case mail -> "mail";
            case sms -> "sms";
            case letter -> "brief";
        };
    }

    private static String title(Message message) {
        return message.subject().isBlank() ? message.text().lines().findFirst().orElse("(leeg)") : message.subject();
    }

    private static String when(Message message) {
        return message.receivedAt().substring(0, 19).replace('T', ' ');
    }

    record Notification(
            @org.jspecify.annotations.Nullable String phone_number,
            @org.jspecify.annotations.Nullable String template_id,
            @org.jspecify.annotations.Nullable Map<String, String> personalisation,
            @org.jspecify.annotations.Nullable String reference) {

        Map<String, String> fields() {
            return personalisation == null ? Map.of() : personalisation;
        }
    }

    private static final class Missing extends RuntimeException {

        Missing(String field) {
            super(field);
        }
    }
}
