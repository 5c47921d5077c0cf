package nl.voorelkaar.dossier.escalation;

import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Role;

/** The phases of AVE (DOMAIN §1). Each opens what the one before opened, and one thing more. */
public enum AveFase {
    /** No problem, or a suspicion: prevention. */
    EEN(Director.CASUSREGISSEUR, Set.of(Role.GSP, Role.CM), Opening.OVERLEG_MET_INWONER),
    /** A question or a problem. */
    TWEE(Director.CASUSREGISSEUR, Set.of(Role.GSP, Role.CM), Opening.OVERLEG_MET_PARTNERS),
    /** Complex, in several areas of life. */
    DRIE(Director.PROCESREGISSEUR, Set.of(Role.CM), Opening.OPLEGGEN_VAN_AFSPRAKEN),
    /** Escalated altogether. */
    VIER(Director.BESTUUR, Set.of(Role.CM), Opening.BESTUURLIJK_BESLUIT);

    /** Who directs in a phase. */
    public enum Director {
        CASUSREGISSEUR,
        PROCESREGISSEUR,
        BESTUUR
    }

    /** What can be done. */
    public enum Opening {
        /** Talking with the resident and who they bring. */
        OVERLEG_MET_INWONER,
        /** Talking with partners, who are named, about what the resident knows is talked about. */
        OVERLEG_MET_PARTNERS,
        /** A director of the process holds partners to what was agreed. */
        OPLEGGEN_VAN_AFSPRAKEN,
        /** The board of the municipality decides. */
        BESTUURLIJK_BESLUIT
    }

    private final Director director;
    private final Set<Role> reachedBy;
    private final Opening opening;

    AveFase(Director director, Set<Role> reachedBy, Opening opening) {
        this.director = director;
        this.reachedBy = reachedBy;
        this.opening = opening;
    }

    public int number() {
        return ordinal() + 1;
    }

    public Director director() {
        return director;
    }

    /** Who may carry a situation up to here. */
    public Set<Role> reachedBy() {
        return reachedBy;
    }

    /** What this phase opens, that the one before did not. */
    public Opening opening() {
        return opening;
    }

    public boolean opens(Opening wanted) {
        return wanted.ordinal() <= opening.ordinal();
    }

    Optional<AveFase> next() {
        return this == VIER ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }
}
