package nl.voorelkaar.consent;

import java.util.Optional;

/** How sure the identity provider is of who signed in, low to high (DOMAIN §5). Compare with {@link #atLeast}. */
public enum AssuranceLevel {
    BASIS("urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"),
    MIDDEN("urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract"),
    SUBSTANTIEEL("urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard"),
    HOOG("urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI");

    /** The least level that opens anything, and that residents and staff must both reach. */
    public static final AssuranceLevel REQUIRED = SUBSTANTIEEL;

    private final String acr;

    AssuranceLevel(String acr) {
        this.acr = acr;
    }

    /** The value that stands for this level in the {@code acr} claim. */
    public String acr() {
        return acr;
    }

    public boolean atLeast(AssuranceLevel least) {
        return compareTo(least) >= 0;
    }

    /** Empty for an unknown or absent value: callers must then refuse. */
    public static Optional<AssuranceLevel> ofAcr(@org.jspecify.annotations.Nullable String acr) {
        for (var level : values()) {
            if (level.acr.equals(acr)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
