package nl.voorelkaar.dossier.deadline;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What is filled in into the sentence of a step, in the order of {0}, {1} and so on. The reader's language does the
 * rest.
 */
public sealed interface Argument {

    /** A day. */
    record Day(LocalDate day) implements Argument {}

    /** A moment, to the minute. */
    record Moment(Instant instant) implements Argument {}

    /** A length, such as "6 weken". */
    record Span(Length length) implements Argument {}

    /** Why a day is free. */
    record Free(FreeDay.Name name) implements Argument {}

    /** Euros. */
    record Money(BigDecimal euros) implements Argument {}
}
