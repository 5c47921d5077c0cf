package nl.devservices.mailbox;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes every mail over SMTP, on loopback only, and puts it in the mailbox, except for addresses that it refuses. */
public final class MailServer implements AutoCloseable {

    private final GreenMail server;

    public MailServer(Mailbox mailbox) {
        var smtp = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        smtp.setServerStartupTimeout(20_000);
        server = new GreenMail(smtp) {
            @Override
            protected Map<String, AbstractServer> createServices(ServerSetup[] config, Managers unused) {
                managers = new Picky(mailbox);
                return super.createServices(config, managers);
            }
        };
        server.start();
        var users = server.getUserManager();
        var everybody = user();
        users.setMessageDeliveryHandler((message, to) -> {
            put(message, to, mailbox);
            return everybody;
        });
    }

    private GreenMailUser user() {
        try {
            // GreenMail also files every mail in a mailbox of its own; one that nobody reads.
            return server.getUserManager().createUser("iedereen@voorbeeld.example", "iedereen", "iedereen");
        } catch (UserException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers as a mail server does that knows no such mailbox. */
    private static final class Picky extends Managers {

        private final SmtpManager manager;

        Picky(Mailbox mailbox) {
            manager = new SmtpManager(getImapHostManager(), getUserManager()) {
                @Override
                public @Nullable String checkRecipient(SmtpState state, MailAddress to) {
                    return mailbox.refuses(to.getEmail()) ? "550 5.1.1 No such mailbox here" : null;
                }
            };
        }

        @Override
        public SmtpManager getSmtpManager() {
            return manager;
        }
    }

    /** The SMTP port: any free one. */
    public int port() {
        return server.getSmtp().getPort();
    }

    private static void put(MovingMessage moving, MailAddress to, Mailbox mailbox) throws MessagingException {
        var message = moving.getMessage();
        var parts = new Parts();
        try {
            read(message, parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mailbox.add(
                Message.Kind.mail,
                to.getEmail(),
                from(message),
                message.getSubject() == null ? "" : message.getSubject(),
                parts.text.toString().strip(),
                parts.html,
                moving.getReturnPath() == null ? null : moving.getReturnPath().getEmail());
    }

    private static String from(MimeMessage message) throws MessagingException {
        var from = message.getFrom();
        return from == null ? "" : Arrays.stream(from).map(Object::toString).collect(Collectors.joining(", "));
    }

    private static void read(Part part, Parts into) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                read(several.getBodyPart(i), into);
            }
        } else if (part.isMimeType("text/html")) {
            into.html = part.getContent().toString();
        } else if (part.isMimeType("text/*")) {
            into.text.append(part.getContent()).append('\n');
        } else {
            into.text
                    .append("[bijlage: ")
                    .append(part.getFileName() == null ? part.getContentType() : part.getFileName())
                    .append("]\n");
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private static final class Parts {
        private final StringBuilder text = new StringBuilder();

        private @Nullable String html;
    }
}
