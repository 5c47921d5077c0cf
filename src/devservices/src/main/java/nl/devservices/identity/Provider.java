package nl.devservices.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** One of the two identity providers: who can sign in, to what, and who is signed in now. */
public final class Provider {

    private final ProviderName name;
    private final String issuer;
    private final List<Relying> relying;
    private final ProviderKeys keys;
    private final Logins logins;
    private final Tickets tickets = new Tickets();
    private final JwtEncoder encoder;
    private final BackChannel backChannel;

    /** @param folder keeps the provider's keys */
    public Provider(ProviderName name, String issuer, List<Relying> relying, Path folder, Clock clock) {
        this.name = name;
        this.issuer = issuer;
        this.relying = List.copyOf(relying);
        this.keys = ProviderKeys.in(folder, name);
        this.logins = new Logins(clock);
        this.encoder = new NimbusJwtEncoder(keys.source());
        this.backChannel = new BackChannel(issuer, relying, encoder, clock);
    }

    public ProviderName name() {
        return name;
    }

    public String issuer() {
        return issuer;
    }

    public Logins logins() {
        return logins;
    }

    List<Relying> relying() {
        return relying;
    }

    /** Where a browser that came from this client returns to. */
    Optional<URI> redirect(String clientId) {
        return relying.stream()
                .filter(application -> application.clientId().equals(clientId))
                .map(Relying::redirect)
                .findFirst()
                .or(() -> program(clientId).flatMap(Program::redirect));
    }

    Optional<Program> program(String clientId) {
        return relying.stream()
                .flatMap(application -> application.programs().stream())
                .filter(program -> program.clientId().equals(clientId))
                .findFirst();
    }

    /** The application that this program uses. */
    Relying usedBy(Program program) {
        return relying.stream()
                .filter(application -> application.programs().contains(program))
                .findFirst()
                .orElseThrow();
    }

    Tickets tickets() {
        return tickets;
    }

    JWKSource<SecurityContext> keySource() {
        return keys.source();
    }

    JwtEncoder encoder() {
        return encoder;
    }

    /** A program and the application that it uses are one sector (OpenID Connect Core §8.1): the same subject. */
    String subject(String clientId, Persona persona) {
        return keys.subject(
                program(clientId).map(program -> usedBy(program).clientId()).orElse(clientId), persona);
    }

    /** Ends one login everywhere. @return whether the application confirmed it */
    public boolean signOut(String sid) {
        return logins.end(sid).map(backChannel::signedOut).orElse(true);
    }

    /** Ends all logins everywhere. @return the logins whose application did not confirm it */
    public List<Logins.Login> signOutEverybody() {
        var unconfirmed = new ArrayList<Logins.Login>();
        for (var login : logins.live()) {
            if (!signOut(login.sid())) {
                unconfirmed.add(login);
            }
        }
        return unconfirmed;
    }

    /** For whom somebody acts (NL GOV profile of OpenID Connect): beside who they are, never instead of it. */
    static Map<String, Object> represented(Persona other) {
        return Map.of("sub", other.bsn(), "sub_id_type", "urn:nl-eid-gdi:1.0:id:BSN");
    }

    /** What UserInfo tells. The only place where a BSN leaves the provider. */
    Map<String, Object> userInfo(Persona persona, String subject) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", subject);
        claims.put("name", persona.name());
        persona.email().ifPresent(email -> claims.put("email", email));
        if (name == ProviderName.DIGID) {
            claims.put("bsn", persona.bsn());
            claims.put("birthdate", persona.born().toString());
        } else {
            var staff = persona.staff().orElseThrow();
            claims.put("role", staff.role());
            claims.put("organisation", staff.organisation());
            claims.put("organisation_name", staff.organisationName());
            staff.team().ifPresent(team -> claims.put("team", team));
            claims.put("own_bsn", persona.bsn());
            claims.put("household_bsns", staff.household());
            claims.put("postal_code", "9998 ZZ");
        }
        return claims;
    }
}
