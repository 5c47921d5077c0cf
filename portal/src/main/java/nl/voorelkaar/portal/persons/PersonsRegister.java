package nl.voorelkaar.portal.persons;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.voorelkaar.consent.Representation;
import nl.voorelkaar.dossier.Bsn;

/** The register of persons (BRP): what it says is asked each time, and kept nowhere here. */
public interface PersonsRegister {

    /** Empty when it does not know this number, or has no answer now. */
    Optional<Person> find(Bsn bsn);

    /** Who has gezag over this minor. Empty when it does not know this number, or has no answer now. */
    Optional<Authority> authority(Bsn minor);

    /** Asks it to tell from now on when something changes about this person. @return whether it will */
    boolean follow(Bsn bsn);

    /**
     * About whom of those that it follows for us something changed, on this day or later. More than once is fine. Empty
     * when it has no answer now.
     */
    Optional<List<Bsn>> changedSince(LocalDate day);

    /** What matters here of somebody about whom something changed. Empty when it has no answer now. */
    Optional<Now> now(Bsn bsn);

    /**
     * @param died the day of death; empty for the living
     * @param gezag who have gezag, and nobody when the register cannot tell; empty when no gezag is over this person
     */
    record Now(Optional<LocalDate> died, Optional<List<Bsn>> gezag) {

        @Override
        public String toString() {
            return "Now[redacted]";
        }
    }

    /**
     * @param address lines as on an envelope, with the name first
     * @param addressSecret whether the register gives the address to nobody who has no duty to know it (geheimhouding)
     * @param died the day of death; empty for the living
     */
    record Person(String name, LocalDate born, List<String> address, boolean addressSecret, Optional<LocalDate> died) {

        @Override
        public String toString() {
            return "Person[redacted]";
        }
    }

    /**
     * @param kind empty when the register cannot tell who has gezag, or nobody has it now: then a person has to find
     *     out
     * @param holders all who have it together
     */
    record Authority(Optional<Representation.Kind> kind, List<Holder> holders) {

        static final Authority UNKNOWN = new Authority(Optional.empty(), List.of());

        public Authority {
            holders = List.copyOf(holders);
        }
    }

    record Holder(Bsn bsn, String name) {

        @Override
        public String toString() {
            return "Holder[redacted]";
        }
    }
}
