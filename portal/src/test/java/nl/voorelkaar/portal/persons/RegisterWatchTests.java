package nl.voorelkaar.portal.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.devservices.identity.PersonsEndpoint.Change;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Deaths;
import nl.voorelkaar.consent.OrganisationId;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.Representation;
import nl.voorelkaar.consent.Representations;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.portal.access.Browser;
import nl.voorelkaar.portal.access.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a change in the register of persons to what follows here. */
class RegisterWatchTests {

    private static final String LOTTE = "999940223";
    private static final String MARIEKE = "999940077";
    private static final String NOBODY_HERE = "999940211";

    private final House house = House.running();
    private final Residents residents = house.resident.getBean(Residents.class);
    private final Deaths deaths = house.workspace.getBean(Deaths.class);
    private final Representations representations = house.workspace.getBean(Representations.class);
    private final RegisterWatch watch = house.resident.getBean(RegisterWatch.class);
    private final Actor.Professional desk = new Actor.Professional(
            new PartyId(new java.util.UUID(4, 1)),
            Role.KCC,
            new OrganisationId("wij"),
            Optional.empty(),
            AssuranceLevel.SUBSTANTIEEL,
            house.clock().instant(),
            new Assertion("not asked here"));

    @AfterEach
    void asItWas() {
        change(LOTTE, Optional.empty(), Optional.empty());
        residents.known(Bsn.of(LOTTE)).ifPresent(lotte -> deaths.takeBack(desk, lotte));
    }

    @Test
    void whoHasADossierIsFollowedAndADeathAndOtherGezagAreHeard() {
        new Browser(house.residentFace()).signIn("/oauth2/authorization/digid", "E4", "substantieel");
        var lotte = residents.known(Bsn.of(LOTTE)).orElseThrow();
        var mother = PersonId.of(residents.addressed(Bsn.of(MARIEKE)));
        representations.register(desk, gezag(lotte, mother));
        hear();
        assertThat(house.standIn.register().follows(LOTTE)).isTrue();
        assertThat(house.standIn.register().follows(NOBODY_HERE)).isFalse();
        assertThat(toLookAt(lotte)).isEmpty();

        house.advance(Duration.ofDays(1));
        change(LOTTE, Optional.empty(), Optional.of(List.of(MARIEKE)));
        hear();
        assertThat(toLookAt(lotte)).as("the same person").isEmpty();
        change(LOTTE, Optional.empty(), Optional.of(List.of(MARIEKE, NOBODY_HERE)));
        hear();
        hear();
        assertThat(toLookAt(lotte)).containsExactly(mother);

        var day = CalendarDays.dayOf(house.clock().instant());
        change(LOTTE, Optional.of(day), Optional.empty());
        assertThat(hear()).isEqualTo(1);
        assertThat(hear()).as("heard before").isZero();
        assertThat(deaths.of(lotte)).contains(day);
    }

    private int hear() {
        return watch.ask(house.clock().instant());
    }

    private void change(String number, Optional<LocalDate> died, Optional<List<String>> parents) {
        house.standIn.register().change(new Change(number, died, parents));
    }

    private List<PersonId> toLookAt(ResidentId of) {
        return representations.toRecheck(desk).stream()
                .map(Representations.Recheck::representation)
                .filter(held -> held.of().equals(of))
                .map(Representation::by)
                .toList();
    }

    private Representations.Registration gezag(ResidentId of, PersonId by) {
        return new Representations.Registration(
                of,
                "Leap Day Lotte",
                LocalDate.of(2012, 2, 29),
                List.of(new Representations.Speaker(by, "Marieke Bakker")),
                Representation.Kind.OUDER,
                Representation.Evidence.BRP,
                CalendarDays.dayOf(house.clock().instant()),
                Optional.empty());
    }
}
