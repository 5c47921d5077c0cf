package nl.voorelkaar.consent.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Boundary;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.ResidentId;

/** A mandate as it lies in the database, names opened. The state is as stored: see {@link #state(Instant)}. */
record MandateRow(
        ResidentId resident,
        MandateId id,
        Mandate.State stored,
        Instant stateSince,
        Optional<PersonId> person,
        Optional<String> carer,
        Optional<String> residentName,
        int version,
        Optional<GrantId> keys,
        Set<MandateScope> scopes,
        Optional<LocalDate> lastDay,
        Instant from,
        Instant until,
        Instant codeUntil,
        Mandate.Digest digest,
        Optional<Boundary> boundary) {

    /** What the clock made of it. */
    Mandate.State state(Instant now) {
        return stored.open() && !now.isBefore(until) ? over() : stored;
    }

    /** Before its last day it ended by a birthday, and is to be given anew. */
    Mandate.State over() {
        return lastDay.filter(last -> until.isBefore(CalendarDays.endOf(last))).isPresent()
                ? Mandate.State.BEEINDIGD
                : Mandate.State.VERLOPEN;
    }

    Mandate at(Instant now) {
        var state = state(now);
        return new Mandate(
                id,
                resident,
                residentName,
                person.map(who -> new Mandate.Carer(
                        who, carer.orElse(""), carer.map(Initials::of).orElse(""))),
                version,
                keys,
                scopes,
                lastDay,
                from,
                until,
                state,
                state == stored ? stateSince : until,
                digest,
                boundary);
    }

    @Override
    public String toString() {
        return "MandateRow[" + id + "]";
    }
}
