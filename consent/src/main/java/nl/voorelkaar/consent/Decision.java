package nl.voorelkaar.consent;

import java.time.Instant;
import java.util.Optional;

/** The answer to an {@link Access}, for one section. A value: nothing has happened yet. */
public sealed interface Decision {

    /**
     * @param ground the one legal ground
     * @param grant the grant that carries a {@link Grondslag#TOESTEMMING}, or the keys of the mandate that carries a
     *     {@link Grondslag#MACHTIGING}, otherwise empty
     * @param statute the article that carries a {@link Grondslag#WETTELIJKE_TAAK}, such as {@code Wmo 2.3.2}, or a
     *     {@link Grondslag#VERTEGENWOORDIGING}, such as {@code BW 1:381}; the one behind a
     *     {@link Grondslag#VITAAL_BELANG}, where there is one; otherwise empty
     * @param until first instant at which this no longer holds, exclusive; {@link Instant#MAX} when unbounded
     */
    record Permitted(Grondslag ground, Optional<GrantId> grant, Optional<String> statute, Instant until)
            implements Decision {}

    record Refused(Reason reason) implements Decision {}

    /** Why not. For the ledger and for people who may know; never shown to somebody who may not know. */
    enum Reason {
        /** No policy allowed it: the default. */
        NO_GROUND,
        ASSURANCE_TOO_LOW,
        OWN_DOSSIER,
        OWN_HOUSEHOLD,
        NOT_THE_RESIDENT,
        ROLE_MAY_NOT,
        SECTION_NOT_GRANTED,
        RIGHT_NOT_GRANTED,
        NOT_YET_VALID,
        EXPIRED,
        STOPPED,
        PAUSED,
        NOT_FOR_THIS_PARTY,
        MUNICIPAL_FILE_IS_KEPT,
        /** It is kept and not used for the time being, see {@link Restrictions}. */
        RESTRICTED,
        /** An act that stays with the resident, whoever acts for them. */
        NEVER_DELEGATED
    }
}
