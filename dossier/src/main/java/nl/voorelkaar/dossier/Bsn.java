package nl.voorelkaar.dossier;

/**
 * A burgerservicenummer that passes the 11-proef. Never in a URL, log line, event, mail or file name: this type prints
 * nothing.
 */
public final class Bsn {

    private final String digits;

    private Bsn(String digits) {
        this.digits = digits;
    }

    /**
     * @param text 8 or 9 digits; blanks, dots and hyphens between them are ignored
     * @throws IllegalArgumentException when it is no BSN; the message does not repeat the text
     */
    public static Bsn of(String text) {
        var digits = text.replaceAll("[ .\\-]", "");
        if (!digits.matches("[0-9]{8,9}")) {
            throw new IllegalArgumentException("a BSN has 8 or 9 digits");
        }
        var nine = digits.length() == 8 ? "0" + digits : digits;
        var sum = -(nine.charAt(8) - '0');
        for (int place = 0; place < 8; place++) {
            sum += (9 - place) * (nine.charAt(place) - '0');
        }
        if (sum % 11 != 0 || nine.equals("000000000")) {
            throw new IllegalArgumentException("not a BSN: the 11-proef fails");
        }
        return new Bsn(nine);
    }

    /** The nine digits. Every use of this name is a place to look at. */
    public String revealDigits() {
        return digits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bsn bsn && bsn.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return "Bsn[redacted]";
    }
}
