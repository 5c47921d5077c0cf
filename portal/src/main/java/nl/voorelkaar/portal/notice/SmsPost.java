package nl.voorelkaar.portal.notice;

import java.util.UUID;
import nl.voorelkaar.dossier.PhoneNumber;

/** Sends text messages, beside the mail and for who asked for them. */
public interface SmsPost {

    /** Whether this municipality sends them at all. */
    boolean offered();

    /**
     * Hands a message over. Not guaranteed: that it arrives, nor that asking twice sends one.
     *
     * @param reference says nothing about anybody
     * @return false when it was not taken
     */
    boolean send(UUID reference, PhoneNumber to, String text);
}
