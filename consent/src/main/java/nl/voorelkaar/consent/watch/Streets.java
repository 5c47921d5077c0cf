package nl.voorelkaar.consent.watch;

import java.security.MessageDigest;
import java.util.UUID;
import nl.voorelkaar.consent.Sealing;
import org.springframework.stereotype.Component;

/** Where somebody lives, so that two can be compared and neither can be read. */
@Component
class Streets {

    private final Sealing sealing;

    Streets(Sealing sealing) {
        this.sealing = sealing;
    }

    byte[] seal(UUID owner, String postcode) {
        return sealing.seal(Sealing.Kind.DIRECTORY, owner, context(owner), sealing.index("street/v1", postcode));
    }

    boolean same(UUID one, byte[] sealed, UUID other, byte[] sealedOther) {
        return MessageDigest.isEqual(open(one, sealed), open(other, sealedOther));
    }

    private byte[] open(UUID owner, byte[] sealed) {
        return sealing.open(Sealing.Kind.DIRECTORY, owner, context(owner), sealed);
    }

    private static String context(UUID owner) {
        return "consent.street/" + owner;
    }
}
