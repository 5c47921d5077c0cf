package nl.voorelkaar.portal.access;

import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.util.Optional;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.RecentLogin;
import nl.voorelkaar.consent.ResidentId;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

@Component
class SessionSignedIn implements SignedIn {

    private final Clock clock;
    private final HouseSettings settings;

    SessionSignedIn(Clock clock, HouseSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public Actor.Resident resident() {
        if (person().actor() instanceof Actor.Resident resident) {
            return resident;
        }
        throw new IllegalStateException("no resident is signed in");
    }

    @Override
    public Actor.Professional professional() {
        if (person().actor() instanceof Actor.Professional professional) {
            return professional;
        }
        throw new IllegalStateException("no professional is signed in");
    }

    @Override
    public Optional<Actor.Professional> program() {
        return signedIn()
                .filter(person -> Bearers.isOfProgram(person.getIdToken()))
                .filter(person -> person.actor() instanceof Actor.Professional)
                .map(person -> (Actor.Professional) person.actor());
    }

    @Override
    public Optional<ResidentId> represents() {
        return person().represents();
    }

    @Override
    public String name() {
        return person().displayName();
    }

    @Override
    public boolean recently() {
        return RecentLogin.holds(person().actor().signedInAt(), clock.instant());
    }

    @Override
    public void signInAgain(String returnTo) {
        var path = new LocalPath(returnTo);
        var start = UriComponentsBuilder.fromPath(SignInRequests.START)
                .pathSegment(Registration.of(settings.face()))
                .queryParam(SignInRequests.AGAIN, "1")
                .queryParam(SignInRequests.RETURN_TO, path.value())
                .build()
                .encode()
                .toUriString();
        UI.getCurrent().getPage().setLocation(start);
    }

    @Override
    public boolean anyone() {
        return signedIn().isPresent();
    }

    @Override
    public String home() {
        return AccessConfiguration.home(settings.face());
    }

    private Person person() {
        return signedIn().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    static Optional<Person> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Person person
                ? Optional.of(person)
                : Optional.empty();
    }
}
