package nl.voorelkaar.portal.access;

import nl.voorelkaar.consent.Face;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;

/** How this face is known at its identity provider. */
final class Registration {

    private Registration() {}

    /** The registration id, part of the redirect and back-channel addresses that the provider knows. */
    static String of(Face face) {
        return switch (face) {
            case RESIDENT -> "digid";
            case WORKSPACE -> "medewerker";
        };
    }

    /**
     * Asks the provider for its addresses at the first sign-in, so that this face starts also while the provider is
     * away.
     */
    static ClientRegistrationRepository discovered(HouseSettings settings) {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(discover(settings)));
    }

    private static ClientRegistration discover(HouseSettings settings) {
        var identity = settings.identity();
        var id = of(settings.face());
        return ClientRegistrations.fromIssuerLocation(identity.issuer())
                .registrationId(id)
                .clientId(identity.clientId())
                .clientSecret(identity.clientSecret())
                .scope(identity.scopes().split(" "))
                .redirectUri(settings.at("/login/oauth2/code/" + id))
                .userNameAttributeName("sub")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }
}
