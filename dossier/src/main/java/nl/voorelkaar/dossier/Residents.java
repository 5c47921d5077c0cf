package nl.voorelkaar.dossier;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.ResidentId;

/** Who has a dossier. The BSN is looked up through a keyed hash whose key only the key custody has. */
public interface Residents {

    /**
     * A resident signed in. The first time this opens the dossier: keys are made.
     *
     * @param assertion the ID token of this login; its subject is bound to the resident
     * @throws nl.voorelkaar.consent.AccessRefused when they are not twelve yet, as own access begins on that birthday,
     *     or are known to have died
     */
    ResidentId signedIn(Bsn bsn, Profile profile, Assertion assertion);

    /**
     * The resident with this BSN. Answers alike, in content and in kind of work, whether or not there is a dossier: for
     * an unknown BSN it reserves the id that the resident will have at the first login.
     */
    ResidentId addressed(Bsn bsn);

    Profile profile(Actor.Resident actor);

    /**
     * What the identity provider said about the resident. Kept sealed.
     *
     * @param email for notices without content; empty when unknown
     */
    record Profile(String name, LocalDate born, Optional<String> email) {

        @Override
        public String toString() {
            return "Profile[redacted]";
        }
    }

    /**
     * Names to recognise residents by, of those whose dossier this professional may read something in now; the others
     * are absent. At most 500 ids a call. One LISTED ledger line per resident named.
     */
    Map<ResidentId, String> names(Actor.Professional actor, Collection<ResidentId> residents);

    /** What others call this resident: for letters to the resident, and for who acts for them. Resident face only. */
    Optional<String> nameOf(ResidentId resident);

    /**
     * To ask the register of persons for the address of a letter. Resident face only; every use is a place to look at.
     */
    Optional<Bsn> bsnOf(ResidentId resident);

    /**
     * Somebody came to the desk who may never have signed in: leaves the number for the resident face, sealed so that
     * only that one opens it. Answers alike whether or not there is a dossier, and writes it once.
     *
     * @return the id that {@link #addressed} gives
     */
    ResidentId registerAtDesk(Actor.Professional actor, Bsn bsn);

    /**
     * Opens the dossiers of those who came to the desk, with keys of their own that their first login finds. Resident
     * face only.
     *
     * @param register what the register of persons says of somebody; empty when it has no answer now
     * @return how many
     */
    int openRegistered(Function<Bsn, Optional<Profile>> register);

    /**
     * Has the register of persons tell from now on what changes about who has a dossier, of those of whom it does not
     * yet; at most 100 a call. Resident face only.
     *
     * @param register whether it will
     * @return of how many it will from now on
     */
    int follow(Predicate<Bsn> register);

    /** Who has this number, without leaving a trace of the question. */
    Optional<ResidentId> known(Bsn bsn);

    /** Where to send a notice without content; empty when the resident gave no address. For the notifier only. */
    Optional<String> noticeAddress(ResidentId resident);
}
