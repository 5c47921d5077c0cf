package nl.devservices.mailbox;

import static nl.devservices.page.Html.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows the mailbox, and takes SMS and letters in the manner of NotifyNL. */
@RestController
public class MailboxPages {

    private static final Set<String> STATUSES = Set.of("sending", "received", "returned-letter", "permanent-failure");

    private final Mailbox mailbox;
    private final Letters letters;

    public MailboxPages(Mailbox mailbox, Letters letters) {
        this.mailbox = mailbox;
        this.letters = letters;
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
                                        + "\n</tbody></table></div>")
                        + refusing());
    }

    /** A form with which an address bounces, to see what the product does then. */
    private String refusing() {
        var refused = mailbox.refused().stream()
                .map(address -> "<li>" + text(address) + " <button name=\"weer\" class=\"tweede\" value=\""
                        + text(address) + "\">Neem weer aan</button></li>")
                .collect(Collectors.joining("\n"));
        return "\n<h2>Adressen die mail weigeren</h2>\n<form class=\"rij\" method=\"post\" action=\"/post/weigeren\">"
                + "<label>Adres <input name=\"adres\" type=\"email\" autocomplete=\"off\"></label>"
                + "<button>Weiger mail</button>"
                + (refused.isEmpty() ? "" : "<ul>\n" + refused + "\n</ul>")
                + "</form>";
    }

    @PostMapping("/post/weigeren")
    ResponseEntity<Void> refuse(
            @RequestParam(name = "adres", defaultValue = "") String address,
            @RequestParam(name = "weer", defaultValue = "") String again) {
        if (!again.isBlank()) {
            mailbox.takeAgain(again.strip());
        } else if (!address.isBlank()) {
            mailbox.refuse(address.strip());
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/post")
                .build();
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
                        + (message.kind() == Message.Kind.letter ? letter(message.id()) : "")
                        + message.htmlPart()
                                .map(html -> "<iframe sandbox title=\"De mail zoals opgemaakt\" srcdoc=\"" + text(html)
                                        + "\"></iframe>")
                                .orElse(""));
    }

    private String letter(String id) {
        return letters.pdf(id)
                .map(
                        pdf -> "<p><a href=\"/post/" + id
                                + "/brief.pdf\">De brief (PDF)</a></p>\n<p>De post zegt: <code>"
                                + text(letters.status(id))
                                + "</code></p>\n<form class=\"rij\" method=\"post\" action=\"/post/" + id
                                + "/status\"><button name=\"status\" value=\"received\" class=\"tweede\">Bezorgd</button>"
                                + "<button name=\"status\" value=\"returned-letter\" class=\"tweede\">Kwam terug</button></form>")
                .orElse("");
    }

    @GetMapping(path = "/post/{id}/brief.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] pdf(@PathVariable("id") String id) {
        return mailbox.find(id)
                .flatMap(message -> letters.pdf(message.id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Lets a letter arrive or come back. */
    @PostMapping("/post/{id}/status")
    ResponseEntity<Void> set(@PathVariable("id") String id, @RequestParam("status") String status) {
        if (!STATUSES.contains(status) || mailbox.find(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        letters.set(id, status);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/post/" + id)
                .build();
    }

    @GetMapping("/v2/notifications/{id}")
    Map<String, Object> state(@PathVariable("id") String id) {
        var message = mailbox.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Map.of(
                "id", message.id(),
                "type", message.kind().name(),
                "status", message.kind() == Message.Kind.letter ? letters.status(id) : "delivered");
    }

    @PostMapping("/v2/notifications/sms")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> sms(@RequestBody Notification notification) {
        return taken(Message.Kind.sms, required("phone_number", notification.phone_number()), notification);
    }

    /**
     * The address is in {@code personalisation.address_line_1} to {@code address_line_7}, or, for a finished letter in
     * {@code content}, on the letter itself. A finished letter with a reference that was there before is the same
     * letter.
     */
    @PostMapping("/v2/notifications/letter")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> letter(@RequestBody Notification notification) {
        if (notification.content() != null) {
            return finished(notification, notification.content());
        }
        var fields = notification.fields();
        required("personalisation.address_line_1", fields.get("address_line_1"));
        var address = IntStream.rangeClosed(1, 7)
                .mapToObj(line -> fields.get("address_line_" + line))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return taken(Message.Kind.letter, address, notification);
    }

    private synchronized Map<String, Object> finished(Notification notification, String content) {
        var reference = required("reference", notification.reference());
        var pdf = pdfIn(content);
        var id = letters.withReference(reference).orElseGet(() -> {
            var message = mailbox.add(
                    Message.Kind.letter,
                    "(staat op de brief)",
                    "",
                    "Brief",
                    "Kenmerk van de verzending: " + reference,
                    null);
            letters.keep(message.id(), reference, pdf);
            return message.id();
        });
        return Map.of("id", id, "reference", reference, "postage", "netherlands");
    }

    private static byte[] pdfIn(String content) {
        try {
            var pdf = Base64.getDecoder().decode(content);
            if (pdf.length > 4 && new String(pdf, 0, 5, StandardCharsets.US_ASCII).equals("%PDF-")) {
                return pdf;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new Missing("content");
        }
        throw new Missing("content");
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
            @org.jspecify.annotations.Nullable String reference,
            @org.jspecify.annotations.Nullable String content) {

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
