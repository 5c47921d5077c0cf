package nl.voorelkaar.consent.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** A link of the chain as a code for paper ({@code src/docs/proof-format.md} §10). */
public final class StandCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int DATA = 26;
    private static final int BITS = 128;
    private static final int GROUP = 4;

    private StandCode() {}

    public static String of(long sequence, byte[] link) {
        var data = letters(link, DATA);
        var all = data + letters(Hashes.sha256((sequence + ":" + data).getBytes(StandardCharsets.US_ASCII)), 2);
        var groups = new ArrayList<String>();
        for (var i = 0; i < all.length(); i += GROUP) {
            groups.add(all.substring(i, i + GROUP));
        }
        return "VE1-" + sequence + "-" + String.join("-", groups);
    }

    private static String letters(byte[] bytes, int count) {
        var text = new StringBuilder();
        for (var letter = 0; letter < count; letter++) {
            var value = 0;
            for (var bit = letter * 5; bit < letter * 5 + 5; bit++) {
                var one = bit < BITS && (bytes[bit / 8] >> (7 - bit % 8) & 1) == 1;
                value = value * 2 + (one ? 1 : 0);
            }
            text.append(ALPHABET.charAt(value));
        }
        return text.toString();
    }
}
