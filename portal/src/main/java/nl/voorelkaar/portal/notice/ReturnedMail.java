package nl.voorelkaar.portal.notice;

import jakarta.annotation.PreDestroy;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.voorelkaar.consent.Face;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads, each minute, the mailbox to which mail servers return notices that they took and could not deliver. A notice
 * of a decision that came back was not delivered, which is written in the delivery ledger; all other mail in the box is
 * counted and thrown away. Several nodes may read one box: what is told twice is written once.
 *
 * <p>Guarantee: what was not written stays in the box. Not guaranteed: that a mail server reports what it loses.
 */
@Component
@Face.OnResident
class ReturnedMail {

    /** A report has the headers of a notice at most, not a mail of somebody. In bytes. */
    static final int LARGEST = 256 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(ReturnedMail.class);
    private static final int AT_ONCE = 100;

    /** What became of one mail in the box. */
    enum Outcome {
        /** A notice did not arrive, and that is known now. */
        CAME_BACK,
        /** It is late, or it arrived: nothing to do. */
        NO_FAILURE,
        /** To an address that was not made here, or about a notice that is not there. */
        NOT_OURS,
        NO_REPORT,
        TOO_LARGE,
        UNREADABLE
    }

    private final ReturnAddress addresses;
    private final NoticePost notices;
    private final Box box;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("returned-mail").factory());

    /**
     * The mailbox.
     *
     * @param host empty when there is none
     * @param protocol {@code imaps}; {@code imap} only for a server on the same machine
     */
    record Box(String protocol, String host, int port, String username, String password) {

        Box {
            if (!protocol.equals("imaps") && !(protocol.equals("imap") && host.equals("127.0.0.1"))) {
                throw new IllegalArgumentException("voorelkaar.bounces.protocol must be imaps");
            }
        }

        @Override
        public String toString() {
            return "Box[redacted]";
        }
    }

    ReturnedMail(
            ReturnAddress addresses,
            NoticePost notices,
            @Value("${voorelkaar.bounces.protocol:imaps}") String protocol,
            @Value("${voorelkaar.bounces.host:}") String host,
            @Value("${voorelkaar.bounces.port:993}") int port,
            @Value("${voorelkaar.bounces.username:}") String username,
            @Value("${voorelkaar.bounces.password:}") String password) {
        this.addresses = addresses;
        this.notices = notices;
        this.box = new Box(protocol, host, port, username, password);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!box.host().isEmpty()) {
            timer.scheduleWithFixedDelay(() -> readOrSayWhyNot(box), 1, 1, TimeUnit.MINUTES);
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdown();
    }

    private void readOrSayWhyNot(Box from) {
        try {
            var read = read(from);
            if (!read.isEmpty()) {
                LOG.info("Returned mail: {}", read);
            }
        } catch (MessagingException | RuntimeException e) {
            LOG.error("Returned mail waits: {}", e.getClass().getSimpleName());
        }
    }

    /** @return how many of each; at most 100 in all */
    Map<Outcome, Integer> read(Box from) throws MessagingException {
        var settings = new Properties();
        for (var setting : Map.of("connectiontimeout", "10000", "timeout", "20000", "ssl.checkserveridentity", "true")
                .entrySet()) {
            settings.setProperty("mail." + from.protocol() + "." + setting.getKey(), setting.getValue());
        }
        var read = new EnumMap<Outcome, Integer>(Outcome.class);
        try (var store = Session.getInstance(settings).getStore(from.protocol())) {
            store.connect(from.host(), from.port(), from.username(), from.password());
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            try {
                var waiting = inbox.getMessageCount();
                for (var mail : waiting == 0 ? new Message[0] : inbox.getMessages(1, Math.min(waiting, AT_ONCE))) {
                    read.merge(take((MimeMessage) mail), 1, Integer::sum);
                    mail.setFlag(Flags.Flag.DELETED, true);
                }
            } finally {
                inbox.close(true);
            }
        }
        return read;
    }

    /** A failure of our own is no outcome: the mail stays where it is. */
    Outcome take(MimeMessage mail) {
        try {
            if (mail.getSize() > LARGEST) {
                return Outcome.TOO_LARGE;
            }
            return DeliveryReport.in(mail).map(this::take).orElse(Outcome.NO_REPORT);
        } catch (MessagingException | IOException unreadable) {
            return Outcome.UNREADABLE;
        }
    }

    private Outcome take(DeliveryReport report) {
        var notice = report.to().stream()
                .map(addresses::notice)
                .flatMap(Optional::stream)
                .findFirst();
        if (notice.isEmpty()) {
            return Outcome.NOT_OURS;
        }
        if (!report.failed()) {
            return Outcome.NO_FAILURE;
        }
        return notices.cameBack(notice.get()) ? Outcome.CAME_BACK : Outcome.NOT_OURS;
    }
}
