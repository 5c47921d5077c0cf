package nl.devservices.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import nl.devservices.identity.OwnerOnly;

/**
 * The key with which a program of one's own, made to try the interface for programs, proves itself to the local
 * issuers.
 */
final class ProgramKey {

    private ProgramKey() {}

    /** Makes it when it is not there yet. @param file a JWK with the secret half */
    static ECKey in(Path file) throws IOException {
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
}
