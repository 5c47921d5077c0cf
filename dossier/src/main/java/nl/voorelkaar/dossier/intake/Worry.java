package nl.voorelkaar.dossier.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What somebody told who worries about somebody else. Content: for the desk only. */
public record Worry(UUID id, Instant toldAt, Text text) {

    /** In characters. */
    public static final int LONGEST_TEXT = 4_000;

    public static final int LONGEST_LINE = 500;

    /**
     * @param about whom it is about, as far as the teller knows
     * @param words what worries them
     * @param name of the teller
     * @param contact how to reach the teller
     * @param mayBeNamed whether the one it is about may know who told it
     */
    public record Text(
            String about, String words, Optional<String> name, Optional<String> contact, boolean mayBeNamed) {

        public Text {
            about = about.strip();
            words = words.strip();
            name = name.map(String::strip).filter(typed -> !typed.isEmpty());
            contact = contact.map(String::strip).filter(typed -> !typed.isEmpty());
            if (about.isEmpty()
                    || words.isEmpty()
                    || words.codePointCount(0, words.length()) > LONGEST_TEXT
                    || tooLong(about)
                    || name.filter(Text::tooLong).isPresent()
                    || contact.filter(Text::tooLong).isPresent()) {
                throw new IllegalArgumentException("says nothing, or is too long");
            }
        }

        private static boolean tooLong(String line) {
            return line.codePointCount(0, line.length()) > LONGEST_LINE;
        }

        /** What may be told to whom it is about. */
        public Optional<String> nameToTell() {
            return mayBeNamed ? name : Optional.empty();
        }

        @Override
        public String toString() {
            return "Text[redacted]";
        }
    }

    @Override
    public String toString() {
        return "Worry[" + id + "]";
    }
}
