package nl.voorelkaar.portal.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.ResidentId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Who is signed in, as the session keeps it. Holds the ID token, which has a pairwise subject and no BSN, and none of
 * what the UserInfo endpoint said except the name to greet with. Prints nothing.
 */
final class Person implements OidcUser {

    private final OidcIdToken idToken;
    private final Actor actor;
    private final String displayName;
    private final Optional<ResidentId> represents;

    Person(OidcIdToken idToken, Actor actor, String displayName) {
        this(idToken, actor, displayName, Optional.empty());
    }

    /** @param represents for whom they came, as the provider says; what they may do is decided here */
    Person(OidcIdToken idToken, Actor actor, String displayName, Optional<ResidentId> represents) {
        this.idToken = idToken;
        this.actor = actor;
        this.displayName = displayName;
        this.represents = represents;
    }

    Optional<ResidentId> represents() {
        return represents;
    }

    Actor actor() {
        return actor;
    }

    String displayName() {
        return displayName;
    }

    /** Whether the other is this same person, in whichever session and however signed in. */
    boolean sameAs(Person other) {
        return getName().equals(other.getName()) && authority().equals(other.authority());
    }

    private String authority() {
        return switch (actor) {
            case Actor.Resident _, Actor.Acting _ -> SignedIn.RESIDENT;
            case Actor.Professional ignored -> SignedIn.PROFESSIONAL;
        };
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + authority()));
    }

    /** The internal, random or derived id: it means nothing elsewhere. */
    @Override
    public String getName() {
        return switch (actor) {
            case Actor.Resident resident -> resident.id().toString();
            case Actor.Acting acting -> acting.person().toString();
            case Actor.Professional professional -> professional.id().toString();
        };
    }

    @Override
    public OidcIdToken getIdToken() {
        return idToken;
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null;
    }

    @Override
    public Map<String, Object> getClaims() {
        return idToken.getClaims();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return idToken.getClaims();
    }

    @Override
    public String toString() {
        return "Person[" + getName() + "]";
    }
}
