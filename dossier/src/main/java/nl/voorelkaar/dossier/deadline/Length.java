package nl.voorelkaar.dossier.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How long a term is, as its law says it: six weeks is not 42 days, because some rules look at the unit.
 *
 * @param number 0 or more
 */
public record Length(int number, Unit unit) {

    /** The units in which laws write. */
    public enum Unit {
        HOURS(ChronoUnit.HOURS),
        DAYS(ChronoUnit.DAYS),
        WEEKS(ChronoUnit.WEEKS),
        MONTHS(ChronoUnit.MONTHS),
        YEARS(ChronoUnit.YEARS);

        private final ChronoUnit chrono;

        Unit(ChronoUnit chrono) {
            this.chrono = chrono;
        }
    }

    public Length {
        if (number < 0) {
            throw new IllegalArgumentException("a term is not shorter than nothing");
        }
    }

    public static Length hours(int number) {
        return new Length(number, Unit.HOURS);
    }

    public static Length days(int number) {
        return new Length(number, Unit.DAYS);
    }

    public static Length weeks(int number) {
        return new Length(number, Unit.WEEKS);
    }

    public static Length months(int number) {
        return new Length(number, Unit.MONTHS);
    }

    public static Length years(int number) {
        return new Length(number, Unit.YEARS);
    }

    /**
     * The last day of a term that is not adjusted yet. The day of the event does not count. Months and years end on the
     * same number of the month, or on the last day of a month that has no such number.
     */
    LocalDate after(LocalDate event) {
        return event.plus(number, unit.chrono);
    }

    LocalDate before(LocalDate event) {
        return event.minus(number, unit.chrono);
    }

    Length plus(Length other) {
        if (unit != other.unit) {
            throw new IllegalArgumentException("only terms in one unit can be added");
        }
        return new Length(Math.addExact(number, other.number), unit);
    }

    boolean longerThan(Length other) {
        if (unit != other.unit) {
            throw new IllegalArgumentException("only terms in one unit can be compared");
        }
        return number > other.number;
    }

    boolean nothing() {
        return number == 0;
    }

    /** Algemene termijnenwet art. 4: hours, more than 90 days, 12 weeks or 3 months, and years stay as they are. */
    boolean outsideTermsAct() {
        return switch (unit) {
            case HOURS, YEARS -> true;
            case DAYS -> number > 90;
            case WEEKS -> number > 12;
            case MONTHS -> number > 3;
        };
    }

    /** Whether it lasts this many days at least, however short its months are. */
    boolean lastsDays(int days) {
        return switch (unit) {
            case HOURS -> false;
            case DAYS -> number >= days;
            case WEEKS -> number * 7 >= days;
            case MONTHS -> number * 28 >= days;
            case YEARS -> number * 365 >= days;
        };
    }
}
