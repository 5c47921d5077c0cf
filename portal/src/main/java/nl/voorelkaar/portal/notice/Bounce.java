package nl.voorelkaar.portal.notice;

import jakarta.mail.SendFailedException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.mail.MailSendException;

/** What a mail server means when it does not take a mail. */
final class Bounce {

    private Bounce() {}

    /**
     * Whether there is no use in trying again: the server answered about the address with a permanent failure (5xx, RFC
     * 5321, 4.2.1). Jakarta Mail then calls the address invalid; after a temporary answer (4xx) it calls it unsent.
     */
    static boolean isFinal(Throwable refused) {
        return causes(refused).stream()
                .anyMatch(cause -> cause instanceof SendFailedException send
                        && send.getInvalidAddresses() != null
                        && send.getInvalidAddresses().length > 0);
    }

    /** Mail keeps its causes in three ways. */
    private static List<Throwable> causes(Throwable from) {
        var all = new ArrayList<Throwable>();
        collect(from, all);
        return all;
    }

    private static void collect(Throwable one, List<Throwable> all) {
        if (all.contains(one) || all.size() > 20) {
            return;
        }
        all.add(one);
        if (one instanceof MailSendException several) {
            several.getFailedMessages().values().forEach(cause -> collect(cause, all));
        }
        if (one instanceof SendFailedException send && send.getNextException() != null) {
            collect(send.getNextException(), all);
        }
        if (one.getCause() != null) {
            collect(one.getCause(), all);
        }
    }
}
