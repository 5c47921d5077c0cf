package nl.voorelkaar.dossier;

/**
 * Which form something is typed in, such as {@code entry-new} or {@code entry/<id>}. Stored in clear: an address, never
 * a text of somebody.
 *
 * @param value 1 to 100 of a-z, 0-9, / and -
 */
public record FormKey(String value) {

    public FormKey {
        if (!value.matches("[a-z0-9/-]{1,100}")) {
            throw new IllegalArgumentException("a form is named by 1 to 100 of a-z, 0-9, / and -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
