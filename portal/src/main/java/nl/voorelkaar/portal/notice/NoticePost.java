package nl.voorelkaar.portal.notice;

import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.voorelkaar.consent.Carers;
import nl.voorelkaar.consent.Deaths;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.dossier.NoticePhones;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.decision.CopiedLetters;
import nl.voorelkaar.dossier.decision.Deliveries;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.ui.Words;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Sends notices by mail, and by text message to who asked for it, each second what is due. A notice says that there is
 * news and where to sign in: no name, no subject, no link to anything inside, so that whoever reads along learns
 * nothing (DOMAIN §7, rule 12). In both languages, because outside a session nobody knows which one the resident reads.
 *
 * <p>Guarantee: at least once. After a crash between sending and writing that down, the same message goes again with
 * the same Message-ID. What a mail server refuses for good is not tried again; of a decision in the portal that is
 * written in its delivery ledger, as is that the mail was taken. To somebody who died nothing is sent.
 */
@Component
@Face.OnResident
class NoticePost {

    private static final Logger LOG = LoggerFactory.getLogger(NoticePost.class);
    private static final int AT_ONCE = 20;

    private final Outbox outbox;
    private final Residents residents;
    private final Carers carers;
    private final Deaths deaths;
    private final Deliveries deliveries;
    private final CopiedLetters copies;
    private final JavaMailSender mail;
    private final NoticePhones phones;
    private final SmsPost sms;
    private final HouseSettings settings;
    private final String from;
    private final ReturnAddress returns;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("notices").factory());

    NoticePost(
            Outbox outbox,
            Residents residents,
            Carers carers,
            Deaths deaths,
            Deliveries deliveries,
            CopiedLetters copies,
            JavaMailSender mail,
            NoticePhones phones,
            SmsPost sms,
            HouseSettings settings,
            @Value("${voorelkaar.mail.from}") String from,
            ReturnAddress returns) {
        this.outbox = outbox;
        this.residents = residents;
        this.carers = carers;
        this.deaths = deaths;
        this.deliveries = deliveries;
        this.copies = copies;
        this.mail = mail;
        this.phones = phones;
        this.sms = sms;
        this.settings = settings;
        this.from = from;
        this.returns = returns;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        timer.scheduleWithFixedDelay(this::sendDueOrSayWhyNot, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.shutdown();
    }

    private void sendDueOrSayWhyNot() {
        try {
            sendDue();
        } catch (RuntimeException e) {
            LOG.error("Notices wait: {}", e.getClass().getSimpleName());
        }
    }

    /** @return how many were sent */
    int sendDue() {
        var sent = 0;
        for (var due : outbox.take(AT_ONCE)) {
            if (send(due)) {
                sent++;
            }
        }
        return sent;
    }

    private boolean send(Outbox.Due due) {
        try {
            if (deaths.of(due.resident()).isPresent()) {
                close(due, false);
                return false;
            }
            copy(due);
            var address = residents.noticeAddress(due.resident());
            if (address.isPresent()) {
                mail.send(message(due.id(), address.get(), returns.of(due.id())));
                tell(due, carers.hearing(due.resident()));
                text(due);
                close(due, true);
            } else {
                giveUp(due);
            }
            return address.isPresent();
        } catch (MailException | MessagingException e) {
            if (Bounce.isFinal(e)) {
                LOG.warn("The mail server refuses the address of a notice for good");
                giveUp(due);
            } else {
                LOG.warn("A notice waits for its next try: {}", e.getClass().getSimpleName());
                if (Patience.isOver(due.tries())) {
                    LOG.error("A notice was given up after {} tries", due.tries() + 1);
                    giveUp(due);
                }
            }
            return false;
        }
    }

    /**
     * Who acts for the resident in a decision has a copy of its letter from now on, whatever becomes of the resident's
     * own mail (Awb 6:17), and hears that there is news.
     */
    private void copy(Outbox.Due due) {
        due.decision()
                .flatMap(decision -> copies.copy(
                        due.resident(), decision, letter -> !acting(due, letter).isEmpty()))
                .ifPresent(letter -> tell(due, acting(due, letter)));
    }

    private Set<PersonId> acting(Outbox.Due due, CopiedLetters.Letter letter) {
        return carers.acting(due.resident(), letter.scopes());
    }

    /**
     * Who hears of news by a mandate gets the same words: once, when the resident's own notice went. Their address
     * failing is no reason to tell the resident twice.
     */
    private void tell(Outbox.Due due, Set<PersonId> who) {
        for (var carer : who) {
            try {
                var address = residents.noticeAddress(carer.own());
                if (address.isPresent()) {
                    mail.send(message(
                            UUID.nameUUIDFromBytes((due.id() + "|" + carer).getBytes(StandardCharsets.UTF_8)),
                            address.get(),
                            Optional.empty()));
                }
            } catch (MailException | MessagingException e) {
                LOG.warn("A notice did not reach a carer: {}", e.getClass().getSimpleName());
            }
        }
    }

    /** Without a mail a text message tells it too (Awb 2:10). */
    private void giveUp(Outbox.Due due) {
        close(due, text(due));
    }

    /**
     * A mail server took the notice and reports that it did not arrive. A text message tells it as well, where the
     * resident wants those; that one goes once.
     *
     * @return whether there is such a notice
     */
    boolean cameBack(UUID notice) {
        var sent = outbox.sent(notice);
        sent.filter(due -> due.decision().isPresent() && !text(due))
                .ifPresent(
                        due -> deliveries.bounced(due.resident(), due.decision().orElseThrow()));
        return sent.isPresent();
    }

    private void close(Outbox.Due due, boolean told) {
        due.decision().ifPresent(decision -> {
            if (told) {
                deliveries.notified(due.resident(), decision);
            } else {
                deliveries.failed(due.resident(), decision);
            }
        });
        outbox.done(due);
    }

    /**
     * For who asked for it, once what becomes of the mail is known. No link: people learn not to follow one in a
     * message.
     */
    private boolean text(Outbox.Due due) {
        return phones.of(due.resident())
                .filter(number -> sms.send(
                        due.id(),
                        number,
                        Words.say(Words.DUTCH, "notice.sms") + " " + Words.say(Locale.ENGLISH, "notice.sms")))
                .isPresent();
    }

    /** @param returned where a mail server reports that it could not deliver; empty for the sender */
    private MimeMessage message(UUID id, String to, Optional<String> returned) throws MessagingException {
        var message = new NumberedMessage(id);
        returned.ifPresent(message::setEnvelopeFrom);
        message.setNotifyOptions(SMTPMessage.NOTIFY_FAILURE);
        message.setReturnOption(SMTPMessage.RETURN_HDRS);
        var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(to);
        helper.setSubject(Words.say(Words.DUTCH, "notice.subject"));
        helper.setText(Words.say(Words.DUTCH, "notice.text", settings.at("/")) + "\n\n--\n\n"
                + Words.say(Locale.ENGLISH, "notice.text", settings.at("/")) + "\n");
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** The same notice has the same Message-ID each time, so that a mail server can drop a second copy. */
    private static final class NumberedMessage extends SMTPMessage {

        private final UUID id;

        NumberedMessage(UUID id) {
            super((Session) null);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@bericht.voorelkaar>");
        }
    }
}
