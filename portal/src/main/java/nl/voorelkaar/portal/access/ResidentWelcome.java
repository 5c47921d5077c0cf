package nl.voorelkaar.portal.access;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.portal.persons.Whereabouts;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;

/** Turns the BSN of a resident into the id of their dossier, writes the ledger line, and forgets the BSN. */
@Component
@Face.OnResident
class ResidentWelcome implements SignInDesk.Welcome {

    private final Residents residents;
    private final Ledger ledger;
    private final Whereabouts whereabouts;
    private final HouseSettings.Claims names;

    ResidentWelcome(Residents residents, Ledger ledger, Whereabouts whereabouts, HouseSettings settings) {
        this.residents = residents;
        this.ledger = ledger;
        this.whereabouts = whereabouts;
        this.names = settings.identity().claims();
    }

    @Override
    public Person greet(OidcIdToken token, AssuranceLevel level, Map<String, Object> claims) {
        var said = new UserInfoClaims(claims);
        var bsn = said.bsn(names.bsn()).orElseThrow(UserInfoClaims::unfit);
        var name = said.text(names.name()).orElseThrow(UserInfoClaims::unfit);
        var born = said.text(names.birthdate()).map(ResidentWelcome::day).orElseThrow(UserInfoClaims::unfit);
        var assertion = new Assertion(token.getTokenValue());
        var id = signedIn(bsn, new Residents.Profile(name, born, said.text(names.email())), assertion);
        var actor = new Actor.Resident(id, level, token.getAuthenticatedAt(), assertion);
        ledger.appendNow(new LedgerEvent(
                id,
                LedgerEvent.Kind.SIGNED_IN,
                Optional.of(actor),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                Map.of("level", level.name())));
        whereabouts.learn(id, bsn);
        return new Person(
                token, actor, name, said.represented(names.represents()).map(residents::addressed));
    }

    private ResidentId signedIn(Bsn bsn, Residents.Profile profile, Assertion assertion) {
        try {
            return residents.signedIn(bsn, profile, assertion);
        } catch (AccessRefused refused) {
            throw switch (refused.reason()) {
                case NOT_YET_VALID -> new SignInRefused(SignInRefused.Why.TOO_YOUNG);
                case STOPPED -> new SignInRefused(SignInRefused.Why.DIED);
                default -> refused;
            };
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw UserInfoClaims.unfit();
        }
    }
}
