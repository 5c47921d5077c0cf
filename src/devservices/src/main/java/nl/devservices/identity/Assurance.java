package nl.devservices.identity;

import java.util.Optional;

/** The levels that the sign-in page offers. */
enum Assurance {
    BASIS("Basis", "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"),
    MIDDEN("Midden", "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract"),
    SUBSTANTIEEL("Substantieel", "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard"),
    HOOG("Hoog", "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI"),
    /** The token says nothing about the level: whoever reads it must then refuse. */
    GEEN("Niet in het token", null);

    private final String label;

    @org.jspecify.annotations.Nullable
    private final String acr;

    Assurance(String label, @org.jspecify.annotations.Nullable String acr) {
        this.label = label;
        this.acr = acr;
    }

    String label() {
        return label;
    }

    /** What the form sends. */
    String value() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    Optional<String> acr() {
        return Optional.ofNullable(acr);
    }

    static Optional<Assurance> of(String value) {
        for (var level : values()) {
            if (level.value().equals(value.strip().toLowerCase(java.util.Locale.ROOT))) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
