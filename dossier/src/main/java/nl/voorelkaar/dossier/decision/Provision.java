package nl.voorelkaar.dossier.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One thing that is granted, as help (zorg in natura) or as a budget (pgb).
 *
 * @param what such as "Hulp bij het huishouden, 3 uur per week"
 * @param until last day; empty while nobody chose it
 * @param provider who gives the help; for help in kind
 * @param euro a year; for a budget
 * @param conditions what the budget may be spent on; for a budget
 */
public record Provision(
        String what,
        Form form,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        String provider,
        Optional<BigDecimal> euro,
        String conditions) {

    /** How it is given. */
    public enum Form {
        ZIN,
        PGB
    }

    public static Provision inKind(String what, LocalDate from, LocalDate until, String provider) {
        return new Provision(what, Form.ZIN, Optional.of(from), Optional.of(until), provider, Optional.empty(), "");
    }

    public static Provision budget(String what, LocalDate from, LocalDate until, BigDecimal euro, String conditions) {
        return new Provision(what, Form.PGB, Optional.of(from), Optional.of(until), "", Optional.of(euro), conditions);
    }

    @Override
    public String toString() {
        return "Provision[" + form + "]";
    }
}
