package nl.devservices.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Optional;
import nl.devservices.identity.OwnerOnly;
import nl.devservices.identity.Program;

/**
 * A program of one's own, made to try the interface for programs, and the key with which it proves itself to the local
 * issuers.
 */
public final class ProgramKey {

    /** Where people come back to it with a code. */
    public static final URI RETURN = URI.create("http://localhost:9100/terug");

    private ProgramKey() {}

    /** Makes it when it is not there yet. @param file a JWK with the secret half */
    public static ECKey in(Path file) throws IOException {
        try {
            if (!Files.exists(file)) {
                OwnerOnly.write(
                        file,
                        new ECKeyGenerator(Curve.P_256)
                                .keyID("programma")
                                .generate()
                                .toJSONString());
            }
            return ECKey.parse(Files.readString(file));
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("the key of the program cannot be read", e);
        }
    }

    /** Its people come back to an address where whoever tries it reads the code. */
    public static Program program(String clientId, ECKey key) {
        return new Program(
                clientId,
                key.toPublicJWK(),
                Optional.of(RETURN),
                "ZorgPlan (computerprogramma)",
                "AANB",
                "zorg-voorbeeld",
                "Zorg Voorbeeld");
    }
}
