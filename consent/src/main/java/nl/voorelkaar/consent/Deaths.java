package nl.voorelkaar.consent;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That a resident died. Death ends mandates and consents (DOMAIN §3.4): from the moment that it is known here nobody
 * opens anything by one, nobody speaks for the resident, no code of theirs counts and no notice is sent. What the law
 * gives the municipality goes on, and so does the term for which the municipal file is kept.
 *
 * @see ConsentEvent.Died
 */
public interface Deaths {

    /**
     * The desk saw the evidence. Idempotent.
     *
     * @throws RepresentationRefused when it is not this actor's to register, or the day is still to come
     */
    void register(Actor.Professional actor, ResidentId resident, LocalDate day, Evidence evidence);

    /**
     * It was a mistake. The resident signs in again and hears of news again; what had ended is to be given anew.
     * Idempotent.
     *
     * @throws RepresentationRefused when it is not this actor's to take back
     */
    void takeBack(Actor.Professional actor, ResidentId resident);

    /** The register of persons says so. Idempotent. Resident face only. */
    void told(ResidentId resident, LocalDate day);

    /** The day of death, when it is known. In a transaction of the caller its scope stays as it was. */
    Optional<LocalDate> of(ResidentId resident);

    /** What shows it. The names are stored. */
    enum Evidence {
        /** The akte van overlijden, or a copy of it. */
        CERTIFICATE,
        BRP
    }
}
