package nl.voorelkaar.consent;

import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Writes lines of the log in two published forms, for who has to account for the municipality. Resident face only: the
 * other one opens no line. That it was done is a line in the log of the resident.
 */
public interface LogExport {

    /**
     * Lines about an emergency access of which telling was put off are left out, as in the log itself.
     *
     * @param from the first day, and {@code until} the last one, in Amsterdam
     * @param nen7513 gets one line of JSON each time: a FHIR R4 AuditEvent with what NEN 7513 asks (event, time,
     *     client, user, role, organisation, ground, emergency)
     * @param logboek gets one line of JSON each time: a record of the Logboek Dataverwerkingen, without who did it, and
     *     with a keyed hash for whom it was about
     * @return how many lines of the log
     */
    int write(ResidentId resident, LocalDate from, LocalDate until, Consumer<String> nen7513, Consumer<String> logboek);

    /**
     * The resident's own log for a program: each line that the page of the log shows, as a FHIR R4 AuditEvent, newest
     * first. Counts as reading the log.
     */
    void auditEvents(Actor.Resident actor, Consumer<String> each);
}
