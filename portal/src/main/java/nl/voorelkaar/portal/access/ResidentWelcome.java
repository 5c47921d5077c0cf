package nl.voorelkaar.portal.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.CloserWatch;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.portal.persons.PersonsRegister;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;

/** Turns the BSN of a resident into the id of their dossier, writes the ledger line, and forgets the BSN. */
@Component
@Face.OnResident
class ResidentWelcome implements SignInDesk.Welcome {

    private final Residents residents;
    private final Ledger ledger;
    private static final Pattern POSTCODE = Pattern.compile("\\b[1-9][0-9]{3} ?[A-Z]{2}\\b");

    private final CloserWatch watch;
    private final PersonsRegister persons;
    private final Clock clock;
    private final HouseSettings.Claims names;

    ResidentWelcome(
            Residents residents,
            Ledger ledger,
            CloserWatch watch,
            PersonsRegister persons,
            Clock clock,
            HouseSettings settings) {
        this.residents = residents;
        this.ledger = ledger;
        this.watch = watch;
        this.persons = persons;
        this.clock = clock;
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
        locate(id, bsn);
        return new Person(
                token, actor, name, said.represented(names.represents()).map(residents::addressed));
    }

    /** Nobody waits for the register at every sign-in, and a secret address is not asked about any further. */
    private void locate(ResidentId resident, Bsn bsn) {
        var today = CalendarDays.dayOf(clock.instant());
        if (watch.toLocate(resident, today)) {
            watch.lives(
                    resident,
                    persons.find(bsn).filter(person -> !person.addressSecret()).flatMap(ResidentWelcome::postcode),
                    today);
        }
    }

    private static Optional<String> postcode(PersonsRegister.Person person) {
        return person.address().stream()
                .skip(1)
                .map(POSTCODE::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
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
