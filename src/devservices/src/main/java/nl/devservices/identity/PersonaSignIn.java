package nl.devservices.identity;

import java.time.Instant;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Somebody chose a persona and a level, just now. Good for one authorization request. */
final class PersonaSignIn extends AbstractAuthenticationToken {

    private final transient Persona persona;
    private final Assurance level;
    private final Instant at;
    private final transient Optional<Persona> represents;

    /** @param represents for whom somebody acts, as a register of the provider has it */
    PersonaSignIn(Persona persona, Assurance level, Instant at, Optional<Persona> represents) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.persona = persona;
        this.level = level;
        this.at = at;
        this.represents = represents;
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

    Optional<Persona> represents() {
        return represents;
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
