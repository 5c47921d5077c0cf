package nl.voorelkaar.dossier.vault;

import java.util.Optional;
import nl.voorelkaar.consent.ResidentId;

/** What the key broker asks the register of residents. Provided by {@code dossier.resident}. */
public interface ResidentRegister {

    /** Whose login this is; empty when that subject never opened a dossier. Works without row scope, in or out of a transaction. */
    Optional<ResidentId> boundTo(Assertions.Subject subject);

    /** The name to recognise a resident by. Only for after consent said yes; the broker hands it out in {@link SectionKeys#name}. */
    Optional<String> nameOf(ResidentId resident);
}
