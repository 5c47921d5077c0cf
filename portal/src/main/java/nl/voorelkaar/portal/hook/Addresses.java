package nl.voorelkaar.portal.hook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Sealing;
import org.springframework.stereotype.Component;

/** Addresses at rest: whoever holds the database does not learn where programs are told. */
@Component
@Face.OnWorkspace
class Addresses {

    private static final String CONTEXT = "portal.hook/address";

    private final Sealing sealing;

    Addresses(Sealing sealing) {
        this.sealing = sealing;
    }

    byte[] seal(PartyId program, URI address) {
        return sealing.seal(
                Sealing.Kind.DIRECTORY,
                program.value(),
                CONTEXT,
                address.toString().getBytes(UTF_8));
    }

    URI open(PartyId program, byte[] sealed) {
        return URI.create(new String(sealing.open(Sealing.Kind.DIRECTORY, program.value(), CONTEXT, sealed), UTF_8));
    }
}
