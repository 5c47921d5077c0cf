package nl.voorelkaar.portal.access;

import org.springframework.security.oauth2.server.resource.OAuth2ProtectedResourceMetadata;

/**
 * Where a program that knows nothing but an address finds out whose tokens are wanted (RFC 9728). Public.
 *
 * @param resource what tokens name as their audience
 */
record ResourceMetadata(String resource, String issuer) {

    private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

    /** Where the RFC has it (§3.1), for this interface. */
    static final String PATH = WELL_KNOWN + ProgramDoor.INTERFACE;

    /** And where a program looks that does not know that the interface has a path. */
    static final String[] PATHS = {WELL_KNOWN, PATH};

    void describe(OAuth2ProtectedResourceMetadata.Builder said) {
        said.resource(resource).authorizationServer(issuer).tlsClientCertificateBoundAccessTokens(false);
    }
}
