package nl.voorelkaar.portal.notice;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Sealing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where a mail server sends a notice back to that it cannot deliver after all: an address of its own for each notice,
 * as a part after a plus sign (RFC 5233).
 *
 * <pre>
 *   terug+&lt;16 bytes: id of the notice&gt;&lt;8 bytes: keyed hash of it&gt;@gemeente.example, the bytes as 48 hexadecimal digits
 * </pre>
 *
 * <p>Guarantee: tells nothing about anybody, and nobody else makes one that is taken for ours. Not guaranteed: that who
 * was sent such an address does not use it; that is the mail server of the addressee, which could refuse the mail as
 * well.
 */
@Component
@Face.OnResident
class ReturnAddress {

    private static final String LABEL = "portal.notice.return";
    private static final int ID = 16;
    private static final int TAG = 8;

    /** So that the part before the at sign stays within 64 characters (RFC 5321, 4.5.3.1.1). */
    private static final int LONGEST_NAME = 15;

    private final Sealing sealing;
    private final String name;
    private final String domain;

    /** @param address of the mailbox for what comes back; empty when there is none */
    ReturnAddress(Sealing sealing, @Value("${voorelkaar.bounces.address:}") String address) {
        this.sealing = sealing;
        var at = address.lastIndexOf('@');
        this.name = address.substring(0, Math.max(0, at)).toLowerCase(Locale.ROOT);
        this.domain = address.substring(at + 1).toLowerCase(Locale.ROOT);
        if (!address.isEmpty() && !(name + "@" + domain).matches("[a-z0-9._-]{1," + LONGEST_NAME + "}@[a-z0-9.-]+")) {
            throw new IllegalArgumentException(
                    "voorelkaar.bounces.address must be a mail address with at most 15 characters before the at sign");
        }
    }

    /** Empty when there is no mailbox for what comes back. */
    Optional<String> of(UUID notice) {
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(name + "+" + HexFormat.of().formatHex(bytes(notice))
                        + HexFormat.of().formatHex(tag(notice)) + "@" + domain);
    }

    /** The notice that this address was made for; empty for every address that was not made here. */
    Optional<UUID> notice(String address) {
        var prefix = name + "+";
        var typed = address.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty()
                || !typed.startsWith(prefix)
                || !typed.endsWith("@" + domain)
                || typed.length() != prefix.length() + 2 * (ID + TAG) + 1 + domain.length()) {
            return Optional.empty();
        }
        var token = typed.substring(prefix.length(), prefix.length() + 2 * (ID + TAG));
        if (!token.matches("[0-9a-f]+")) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(HexFormat.of().parseHex(token));
        var notice = new UUID(bytes.getLong(), bytes.getLong());
        var tag = new byte[TAG];
        bytes.get(tag);
        return MessageDigest.isEqual(tag, tag(notice)) ? Optional.of(notice) : Optional.empty();
    }

    private byte[] tag(UUID notice) {
        return Arrays.copyOf(sealing.index(LABEL, notice.toString()), TAG);
    }

    private static byte[] bytes(UUID notice) {
        return ByteBuffer.allocate(ID)
                .putLong(notice.getMostSignificantBits())
                .putLong(notice.getLeastSignificantBits())
                .array();
    }
}
