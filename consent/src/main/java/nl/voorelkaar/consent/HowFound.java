package nl.voorelkaar.consent;

import java.util.Locale;

/** How a professional came to a resident, to tell requests apart by before there is a name. Content: never logged. */
public sealed interface HowFound {

    /** @param end the last four characters, that both remember and that open nothing */
    record ByCode(String end) implements HowFound {

        private static final int SHOWN = 4;

        /** The end of a code as it was typed. */
        public static ByCode typed(String code) {
            var characters = code.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
            return new ByCode(characters.substring(Math.max(0, characters.length() - SHOWN)));
        }

        @Override
        public String toString() {
            return "ByCode[redacted]";
        }
    }

    record ByBsn() implements HowFound {}
}
