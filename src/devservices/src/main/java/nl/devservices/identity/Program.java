package nl.devservices.identity;

import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.util.Optional;

/**
 * A program of somebody else that uses an application through its interface for programs. It proves itself with a key
 * of its own ({@code private_key_jwt}, ES256): by itself (client credentials), or for a person who signed in (code flow
 * with PKCE).
 *
 * @param key the public half of its key; P-256
 * @param redirect where people come back to it with a code; exact match; empty when no people use it
 * @param name what residents read it is called
 * @param role abbreviation, such as {@code AANB}
 * @param organisation whose program it is
 */
public record Program(
        String clientId,
        ECKey key,
        Optional<URI> redirect,
        String name,
        String role,
        String organisation,
        String organisationName) {}
