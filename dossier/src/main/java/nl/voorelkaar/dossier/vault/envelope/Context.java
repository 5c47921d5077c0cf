package nl.voorelkaar.dossier.vault.envelope;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a ciphertext is and where it belongs, as text that goes into the derivation of its key. A ciphertext that was
 * moved meets another context and does not open.
 *
 * @param text parts joined by {@code |}
 */
public record Context(String text) {

    /**
     * @param kind what it is and in which version of the format, such as {@code rec/v1}
     * @param parts where it belongs; {@code |} and {@code %} in them are escaped, so that two lists never give one text
     */
    public static Context of(String kind, Object... parts) {
        var text = new StringBuilder(96).append(kind);
        for (var part : parts) {
            text.append('|').append(part.toString().replace("%", "%25").replace("|", "%7C"));
        }
        return new Context(text.toString());
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
