package nl.devservices.local.demo;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.OrganisationId;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.TeamId;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.vault.GranteeKeys;

/** Professionals of the stand-in, who sign in there and are then known to the services of the workspace face. */
public final class StaffPersonas {

    private final DemoLogin login;
    private final Parties parties;
    private final GranteeKeys granteeKeys;
    private final Residents residents;

    /** @param login with the client of the workspace face */
    public StaffPersonas(DemoLogin login, Parties parties, GranteeKeys granteeKeys, Residents residents) {
        this.login = login;
        this.parties = parties;
        this.granteeKeys = granteeKeys;
        this.residents = residents;
    }

    /** Signs in anew. */
    public Actor.Professional signIn(String persona) {
        var who = login.signIn(persona);
        var id = PartyId.ofLogin(login.issuer(), who.subject());
        var organisation = new OrganisationId(who.claim("organisation"));
        var team = Optional.ofNullable(who.claims().get("team")).map(node -> TeamId.of(organisation, node.asString()));
        var role = Role.valueOf(who.claim("role"));
        var actor = new Actor.Professional(
                id, role, organisation, team, AssuranceLevel.SUBSTANTIEEL, who.at(), who.assertion());
        parties.signedIn(new Party(id, who.claim("name"), role, organisation, who.claim("organisation_name"), team));
        var household = new HashSet<ResidentId>();
        who.claims().get("household_bsns").forEach(bsn -> household.add(residents.addressed(Bsn.of(bsn.asString()))));
        parties.related(id, Set.of(residents.addressed(Bsn.of(who.claim("own_bsn")))), household);
        granteeKeys.ensure(actor);
        return actor;
    }
}
