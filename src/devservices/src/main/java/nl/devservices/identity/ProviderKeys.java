package nl.devservices.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a provider must remember to stay the same provider after a restart: its signing key and the secret behind its
 * pairwise subjects. Kept in files that only their owner can read.
 */
final class ProviderKeys {

    private final RSAKey signing;
    private final byte[] pairwise;

    private ProviderKeys(RSAKey signing, byte[] pairwise) {
        this.signing = signing;
        this.pairwise = pairwise;
    }

    static ProviderKeys in(Path folder, ProviderName provider) {
        try {
            Files.createDirectories(folder);
            return new ProviderKeys(
                    signing(folder.resolve(provider.code() + ".jwk")),
                    pairwise(folder.resolve(provider.code() + ".subjects")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("the signing key of " + provider.code() + " cannot be read", e);
        }
    }

    private static RSAKey signing(Path file) throws IOException, JOSEException, ParseException {
        if (!Files.exists(file)) {
            var key = new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            OwnerOnly.write(file, key.toJSONString());
        }
        return RSAKey.parse(Files.readString(file));
    }

    private static byte[] pairwise(Path file) throws IOException {
        if (!Files.exists(file)) {
            var secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            OwnerOnly.write(file, Base64.getEncoder().encodeToString(secret));
        }
        return Base64.getDecoder().decode(Files.readString(file).strip());
    }

    JWKSource<SecurityContext> source() {
        return new ImmutableJWKSet<>(new JWKSet(signing));
    }

    /** The name of a person towards one client: stable, and different for every client and provider. */
    String subject(String clientId, Persona persona) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pairwise, "HmacSHA256"));
            var digest = mac.doFinal((clientId + "|" + persona.id()).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
