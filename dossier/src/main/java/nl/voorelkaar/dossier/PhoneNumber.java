package nl.voorelkaar.dossier;

import java.util.regex.Pattern;

/** A telephone number that can get text messages, as far as its digits tell. Prints nothing. */
public final class PhoneNumber {

    /** E.164: a plus sign and at most fifteen digits. */
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{7,14}");

    private final String digits;

    private PhoneNumber(String digits) {
        this.digits = digits;
    }

    /**
     * @param text as people write it: {@code 06 12345678}, or with the number of a country, {@code +32 470 12 34 56}
     * @throws IllegalArgumentException when it is no such number; the message does not repeat the text
     */
    public static PhoneNumber of(String text) {
        var typed = text.replaceAll("[ ().\\-]", "").replaceFirst("^00", "+");
        var whole = typed.matches("06[0-9]{8}") ? "+31" + typed.substring(1) : typed;
        if (!INTERNATIONAL.matcher(whole).matches() || whole.startsWith("+31") && !whole.matches("\\+316[0-9]{8}")) {
            throw new IllegalArgumentException("no number for text messages");
        }
        return new PhoneNumber(whole);
    }

    /** In the form of E.164. Every use of this name is a place to look at. */
    public String revealDigits() {
        return digits;
    }

    /** Enough to know it again. */
    public String lastTwo() {
        return digits.substring(digits.length() - 2);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhoneNumber number && number.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return "PhoneNumber[redacted]";
    }
}
