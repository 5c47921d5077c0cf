package nl.devservices.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.devservices.clock.AdjustableClock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Everything that the product sent, in one file with a line of JSON for each, so that it is there after a restart. */
public final class Mailbox {

    private final Path file;
    private final AdjustableClock clock;
    private final JsonMapper json = new JsonMapper();
    private final List<Message> messages = new ArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    public Mailbox(Path file, AdjustableClock clock) {
        this.file = file;
        this.clock = clock;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file)) {
                Files.readAllLines(file).forEach(this::remember);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember(String line) {
        try {
            messages.add(json.readValue(line, Message.class));
        } catch (JacksonException e) {
            // The last line of an environment that was killed while it wrote: the sender was never told that it
            // arrived.
            return;
        }
    }

    Message add(Message.Kind kind, String to, String from, String subject, String text, @Nullable String html) {
        return add(kind, to, from, subject, text, html, null);
    }

    synchronized Message add(
            Message.Kind kind,
            String to,
            String from,
            String subject,
            String text,
            @Nullable String html,
            @Nullable String returnTo) {
        var message = new Message(
                UUID.randomUUID().toString(),
                kind,
                to,
                from,
                subject,
                text,
                html,
                returnTo,
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(clock.now()));
        try {
            Files.writeString(
                    file,
                    json.writeValueAsString(message) + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        messages.add(message);
        return message;
    }

    /** Newest first. */
    public synchronized List<Message> all() {
        return List.copyOf(messages.reversed());
    }

    public Optional<Message> find(String id) {
        return all().stream().filter(message -> message.id().equals(id)).findFirst();
    }

    /** From now on, until a restart, no mail for this address is taken. */
    public void refuse(String address) {
        refused.add(address.toLowerCase(Locale.ROOT));
    }

    public void takeAgain(String address) {
        refused.remove(address.toLowerCase(Locale.ROOT));
    }

    public boolean refuses(String address) {
        return refused.contains(address.toLowerCase(Locale.ROOT));
    }

    List<String> refused() {
        return refused.stream().sorted().toList();
    }
}
