package nl.voorelkaar.dossier.deadline;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How and when an objection reached the municipality. */
public sealed interface Arrival {

    /** Through the portal or by mail: the moment on which it reached the municipality's system (Awb 2:20). */
    record Electronic(Instant reached) implements Arrival {}

    /** By hand at the desk. */
    record HandedIn(LocalDate day) implements Arrival {}

    /** By post. @param posted the day of the postmark; null when it cannot be read */
    record ByPost(@Nullable LocalDate posted, LocalDate received) implements Arrival {}
}
