package nl.voorelkaar.portal.notice;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a mail server says about a mail that it took before (RFC 3464).
 *
 * @param to the addresses that it was sent to, as the headers of the report tell
 * @param failed whether it says that the mail will not arrive: not that it is late, nor that it did arrive
 */
record DeliveryReport(List<String> to, boolean failed) {

    /** The status part: longer ones are of no mail to one person. */
    private static final int LONGEST_STATUS = 64 * 1024;

    private static final int MOST_GROUPS = 50;

    /**
     * In the order in which mail servers are to be believed: what they write when they deliver, and what the sender
     * wrote.
     */
    private static final List<String> RECIPIENT = List.of("Delivered-To", "X-Original-To", "Envelope-To", "To");

    DeliveryReport {
        to = List.copyOf(to);
    }

    /** Empty for a mail that is no delivery report, such as an answer from somebody who is on holiday. */
    static Optional<DeliveryReport> in(MimeMessage mail) throws MessagingException, IOException {
        if (!mail.isMimeType("multipart/report") || !(mail.getContent() instanceof MimeMultipart parts)) {
            return Optional.empty();
        }
        for (var number = 0; number < parts.getCount(); number++) {
            var part = parts.getBodyPart(number);
            if (part.isMimeType("message/delivery-status")) {
                return Optional.of(new DeliveryReport(recipients(mail), failed(part)));
            }
        }
        return Optional.empty();
    }

    private static List<String> recipients(MimeMessage mail) throws MessagingException {
        var all = Collections.list(mail.getAllHeaders());
        return RECIPIENT.stream()
                .flatMap(name -> all.stream()
                        .filter(header -> header.getName().equalsIgnoreCase(name))
                        .map(Header::getValue))
                .flatMap(value -> Stream.of(value.split("[\\s,<>;]+")))
                .filter(word -> word.contains("@"))
                .limit(MOST_GROUPS)
                .toList();
    }

    /** The first group of fields is about the mail; each after it is about one recipient (RFC 3464, 2.1). */
    private static boolean failed(Part status) throws MessagingException, IOException {
        byte[] bytes;
        try (var stream = status.getInputStream()) {
            bytes = stream.readNBytes(LONGEST_STATUS);
        }
        var rest = new ByteArrayInputStream(bytes);
        for (var group = 0; rest.available() > 0 && group < MOST_GROUPS; group++) {
            var action = new InternetHeaders(rest).getHeader("Action", null);
            if (action != null && action.strip().equalsIgnoreCase("failed")) {
                return true;
            }
        }
        return false;
    }
}
