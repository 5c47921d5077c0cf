package nl.bench.dossiers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.dossier.Bsn;

/** Logins of people whom the stand-in does not know, signed with its key: there are too many of them to sign in. */
final class MadeUpLogins {

    /** Numbers from here on are given to nobody: they are for tests. */
    private static final int FIRST_NUMBER = 999_950_000;

    private static final int LAST_NUMBER = 999_990_000;

    private final RSAKey key;
    private final String issuer;
    private final String client;
    private final Clock clock;

    /** @param standIn the folder of the stand-in */
    MadeUpLogins(Path standIn, String issuer, String client, Clock clock) {
        try {
            this.key = RSAKey.parse(Files.readString(standIn.resolve("aanbieders/digid.jwk")));
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("the key of the stand-in cannot be read", e);
        }
        this.issuer = issuer;
        this.client = client;
        this.clock = clock;
    }

    Assertion of(int person) {
        var now = clock.instant();
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .issuer(issuer)
                            .subject("made-up-" + person)
                            .audience(client)
                            .claim("acr", AssuranceLevel.SUBSTANTIEEL.acr())
                            .claim("auth_time", now.getEpochSecond())
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plusSeconds(300)))
                            .build());
            token.sign(new RSASSASigner(key));
            return new Assertion(token.serialize());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param person from 0; there are some 3 600 */
    static Bsn number(int person) {
        var left = person;
        for (var number = FIRST_NUMBER; number < LAST_NUMBER; number++) {
            try {
                var bsn = Bsn.of(String.valueOf(number));
                if (left-- == 0) {
                    return bsn;
                }
            } catch (IllegalArgumentException notOne) {
                // One in eleven is.
            }
        }
        throw new IllegalArgumentException("there are not so many numbers for tests");
    }
}
