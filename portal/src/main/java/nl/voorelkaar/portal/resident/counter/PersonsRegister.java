package nl.voorelkaar.portal.resident.counter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.dossier.Bsn;

/** The register of persons (BRP): where a resident lives is asked each time, and kept nowhere here. */
interface PersonsRegister {

    /** Empty when it does not know this number, or has no answer now. */
    Optional<Person> find(Bsn bsn);

    /** @param address lines as on an envelope, with the name first */
    record Person(String name, LocalDate born, List<String> address) {

        @Override
        public String toString() {
            return "Person[redacted]";
        }
    }
}
