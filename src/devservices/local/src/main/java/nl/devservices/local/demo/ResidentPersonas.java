package nl.devservices.local.demo;

import java.time.LocalDate;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.dossier.Residents;

/** Residents of the stand-in, who sign in there and are then known to the services of the resident face. */
public final class ResidentPersonas {

    private final DemoLogin login;
    private final Residents residents;

    /** @param login with the client of the resident face */
    public ResidentPersonas(DemoLogin login, Residents residents) {
        this.login = login;
        this.residents = residents;
    }

    /** Signs in anew. */
    public Actor.Resident signIn(String persona) {
        var who = login.signIn(persona);
        var email = Optional.ofNullable(who.claims().get("email")).map(node -> node.asString());
        var id = residents.signedIn(
                Bsn.of(who.claim("bsn")),
                new Residents.Profile(who.claim("name"), LocalDate.parse(who.claim("birthdate")), email),
                who.assertion());
        return new Actor.Resident(id, AssuranceLevel.SUBSTANTIEEL, who.at(), who.assertion());
    }

    String nameOf(String persona) {
        return login.signIn(persona).claim("name");
    }
}
