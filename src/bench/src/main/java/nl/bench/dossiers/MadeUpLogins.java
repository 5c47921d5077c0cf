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
public final class MadeUpLogins {

    /** The first eight digits of the first number; numbers that begin with a 9 are for tests. */
    private static final int FIRST = 90_000_000;

    private static final int MOST = 5_000_000;

    private final RSAKey key;
    private final String issuer;
    private final String client;
    private final Clock clock;

    /** @param standIn the folder of the stand-in */
    public MadeUpLogins(Path standIn, String issuer, String client, Clock clock) {
        try {
            this.key = RSAKey.parse(Files.readString(standIn.resolve("aanbieders/digid.jwk")));
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("the key of the stand-in cannot be read", e);
        }
        this.issuer = issuer;
        this.client = client;
        this.clock = clock;
    }

    public Assertion of(int person) {
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

    /**
     * A number that is right by the check of eleven. Eight digits leave no ninth now and then, but never twice in a
     * row: so everybody has two to choose from.
     *
     * @param person from 0; there are five million
     */
    public static Bsn number(int person) {
        if (person < 0 || person >= MOST) {
            throw new IllegalArgumentException("there are not so many numbers for tests");
        }
        var digits = FIRST + 2 * person;
        var ninth = ninth(digits);
        return Bsn.of(ninth < 10 ? "" + digits + ninth : "" + (digits + 1) + ninth(digits + 1));
    }

    private static int ninth(int digits) {
        var sum = 0;
        for (var weight = 2; weight <= 9; weight++) {
            sum += digits % 10 * weight;
            digits /= 10;
        }
        return sum % 11;
    }
}
