package nl.voorelkaar.portal.notice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What mail servers write when a mail does not arrive, in the forms that they use (RFC 3462, 3464). */
class DeliveryReportTests {

    private static final String TO = "terug+00@voorbeeldstad.example";

    /** As Postfix writes it. */
    static String report(String to, String action, String status) {
        return """
                Return-Path: <>
                Delivered-To: %s
                From: MAILER-DAEMON@mx.provider.example (Mail Delivery System)
                Subject: Undelivered Mail Returned to Sender
                To: %s
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="5B2F1.1/mx"

                --5B2F1.1/mx
                Content-Description: Notification
                Content-Type: text/plain; charset=us-ascii

                This is the mail system at host mx.provider.example.

                --5B2F1.1/mx
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.provider.example
                Arrival-Date: Mon, 23 Nov 2026 09:00:00 +0100 (CET)

                Final-Recipient: rfc822; inwoner@provider.example
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 5.1.1 <inwoner@provider.example>:
                    Recipient address rejected

                --5B2F1.1/mx
                Content-Type: text/rfc822-headers

                Subject: U hebt een nieuw bericht in uw dossier

                --5B2F1.1/mx--
                """.formatted(to, to, action, status);
    }

    /** Not a report: somebody's own mail, with whatever they write about themselves. */
    static String holiday(String to) {
        return """
                From: inwoner@provider.example
                To: %s
                Subject: Afwezig
                Auto-Submitted: auto-replied
                Content-Type: text/plain

                Action: failed
                """.formatted(to);
    }

    /** Mail has its own ends of lines. */
    static MimeMessage mail(String text) throws MessagingException {
        return new MimeMessage(
                (Session) null,
                new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest(name = "{0} {1}: failed is {2}")
    @CsvSource({
        "failed, 5.1.1, true",
        "FAILED, 4.4.7, true",
        "delayed, 4.4.1, false",
        "delivered, 2.0.0, false",
        "relayed, 2.0.0, false",
        "expanded, 2.0.0, false"
    })
    void onlyAFailureIsAFailure(String action, String status, boolean failed) throws Exception {
        var report = DeliveryReport.in(mail(report(TO, action, status))).orElseThrow();
        assertThat(report.failed()).isEqualTo(failed);
        assertThat(report.to()).containsOnly(TO);
    }

    /** As Exchange writes it: the parts in another order, and the address between brackets. */
    @Test
    void otherServersWriteItOtherwise() throws Exception {
        var report = DeliveryReport.in(mail("""
                From: <postmaster@groot.example>
                To: "Voorbeeldstad" <%s>
                Content-Type: multipart/report; boundary="b"; Report-Type="delivery-status"

                --b
                content-type: MESSAGE/DELIVERY-STATUS

                reporting-mta: dns;groot.example
                received-from-mta: dns;[192.0.2.7]

                final-recipient: rfc822;eerste@groot.example
                action: delivered
                status: 2.1.5

                final-recipient: rfc822;tweede@groot.example
                action:  failed
                status: 5.2.2

                --b--
                """.formatted(TO))).orElseThrow();
        assertThat(report.failed()).isTrue();
        assertThat(report.to()).containsExactly(TO);
    }

    @Test
    void whatIsNoReportIsNone() throws Exception {
        assertThat(DeliveryReport.in(mail(holiday(TO)))).isEmpty();
        assertThat(DeliveryReport.in(mail(report(TO, "failed", "5.1.1")
                        .replace("message/delivery-status", "message/disposition-notification"))))
                .as("that somebody read it")
                .isEmpty();
    }

    /** Nothing that a stranger sends takes more than a refusal. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n\n",
                "Content-Type: multipart/report; boundary=\"b\"\n\nno parts",
                "Content-Type: multipart/report\n\n--b\n",
                "Content-Type: multipart/report; boundary=\"b\"\n\n--b\nContent-Type: message/delivery-status\n\n--b--\n",
                "Content-Type: ;;;\n\nx"
            })
    void brokenMailIsNoFailure(String text) throws Exception {
        try {
            assertThat(DeliveryReport.in(mail(text)).filter(DeliveryReport::failed))
                    .isEmpty();
        } catch (MessagingException | IOException unreadable) {
            assertThat(unreadable).hasMessageNotContaining(TO);
        }
    }
}
