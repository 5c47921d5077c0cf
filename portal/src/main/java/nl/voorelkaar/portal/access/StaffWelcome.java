package nl.voorelkaar.portal.access;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.CloserWatch;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.OrganisationId;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.TeamId;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.vault.GranteeKeys;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;

/**
 * Enters a professional in the register, with the dossiers that this person may never open: the own one and those of
 * the household. Without a role that the product knows there is no way in.
 */
@Component
@Face.OnWorkspace
class StaffWelcome implements SignInDesk.Welcome {

    private final Parties parties;
    private final Residents residents;
    private final GranteeKeys granteeKeys;
    private final CloserWatch watch;
    private final HouseSettings.Claims names;

    StaffWelcome(
            Parties parties, Residents residents, GranteeKeys granteeKeys, CloserWatch watch, HouseSettings settings) {
        this.parties = parties;
        this.residents = residents;
        this.granteeKeys = granteeKeys;
        this.watch = watch;
        this.names = settings.identity().claims();
    }

    @Override
    public Person greet(OidcIdToken token, AssuranceLevel level, Map<String, Object> claims) {
        var said = new UserInfoClaims(claims);
        var role = said.text(names.role())
                .flatMap(StaffWelcome::role)
                .orElseThrow(() -> new SignInRefused(SignInRefused.Why.ROLE_UNKNOWN));
        var name = said.text(names.name()).orElseThrow(UserInfoClaims::unfit);
        var organisation = code(said, names.organisation(), OrganisationId::new).orElseThrow(UserInfoClaims::unfit);
        var organisationName = said.text(names.organisationName()).orElseThrow(UserInfoClaims::unfit);
        var team = code(said, names.team(), code -> TeamId.of(organisation, code));
        var own = said.bsn(names.ownBsn()).stream().map(residents::addressed).collect(Collectors.toSet());
        var household = said.bsns(names.householdBsns()).stream()
                .map(residents::addressed)
                .collect(Collectors.toSet());

        var id = PartyId.ofLogin(token.getIssuer().toString(), token.getSubject());
        var actor = new Actor.Professional(
                id, role, organisation, team, level, token.getAuthenticatedAt(), new Assertion(token.getTokenValue()));
        parties.signedIn(new Party(id, name, role, organisation, organisationName, team));
        parties.related(id, own, household);
        watch.lives(id, said.text(names.postcode()));
        granteeKeys.ensure(actor);
        return new Person(token, actor, name);
    }

    private static Optional<Role> role(String text) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(text))
                .findFirst();
    }

    private static <T> Optional<T> code(UserInfoClaims said, String claim, Function<String, T> type) {
        try {
            return said.text(claim).map(type);
        } catch (IllegalArgumentException e) {
            throw UserInfoClaims.unfit();
        }
    }
}
