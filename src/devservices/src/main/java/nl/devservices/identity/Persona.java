package nl.devservices.identity;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * A person who does not exist.
 *
 * @param id what scripts send to sign in, such as {@code P01}
 * @param bsn passes the 11-proef; belongs to nobody
 * @param email empty for who has none
 * @param about one Dutch line for the sign-in page
 * @param staff the work of this person, for the staff login; empty for who has no such work
 */
public record Persona(
        String id,
        String name,
        LocalDate born,
        String bsn,
        Optional<String> email,
        String about,
        boolean resident,
        Optional<Staff> staff) {

    public int age(LocalDate today) {
        return Period.between(born, today).getYears();
    }

    /**
     * @param role abbreviation, such as {@code GSP}
     * @param function the role in words
     * @param household BSNs of the other members of the household, whose dossiers this person may never open
     */
    public record Staff(
            String role,
            String function,
            String organisation,
            String organisationName,
            Optional<String> team,
            List<String> household) {}
}
