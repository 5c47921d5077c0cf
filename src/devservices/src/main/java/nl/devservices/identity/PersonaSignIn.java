package nl.devservices.identity;

import java.time.Instant;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Somebody chose a persona and a level, just now. Good for one authorization request. */
final class PersonaSignIn extends AbstractAuthenticationToken {

    private final transient Persona persona;
    private final Assurance level;
    private final Instant at;

    PersonaSignIn(Persona persona, Assurance level, Instant at) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.persona = persona;
        this.level = level;
        this.at = at;
        setAuthenticated(true);
    }

    Persona persona() {
        return persona;
    }

    Assurance level() {
        return level;
    }

    Instant at() {
        return at;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return persona.id();
    }
}
