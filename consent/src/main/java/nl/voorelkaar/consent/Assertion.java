package nl.voorelkaar.consent;

/**
 * The signed statement of an identity provider about who signed in: an OIDC ID token, or the access token (RFC 9068)
 * that a program brings. Carried along so that the key broker can verify the provider's signature itself instead of
 * believing the portal. Never printed.
 */
public record Assertion(String idToken) {

    @Override
    public String toString() {
        return "Assertion[redacted]";
    }
}
