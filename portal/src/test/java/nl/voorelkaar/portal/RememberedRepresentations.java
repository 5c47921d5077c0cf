package nl.voorelkaar.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Deaths;
import nl.voorelkaar.consent.Representation;
import nl.voorelkaar.consent.RepresentationId;
import nl.voorelkaar.consent.RepresentationRefused;
import nl.voorelkaar.consent.Representations.Recheck;
import nl.voorelkaar.consent.Representations.Registration;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.portal.persons.PersonsRegister;

/**
 * Answers for {@code Representations}, {@code Deaths} and the register of persons, in memory. Its rules are tested in
 * consent; here they are what screens must deal with.
 */
public final class RememberedRepresentations {

    public final List<Registration> registered = new ArrayList<>();
    public final List<Representation> held = new ArrayList<>();
    public final List<RepresentationId> seen = new ArrayList<>();
    public Optional<RepresentationRefused.Reason> refusing = Optional.empty();
    public Optional<LocalDate> died = Optional.empty();
    public Optional<PersonsRegister.Person> person = Optional.empty();
    public Optional<PersonsRegister.Authority> authority = Optional.empty();

    public List<Representation> register(Actor.Professional actor, Registration registration) {
        refuse();
        registered.add(registration);
        registration
                .speakers()
                .forEach(speaker -> held.add(new Representation(
                        new RepresentationId(UUID.randomUUID()),
                        registration.resident(),
                        speaker.person(),
                        registration.kind(),
                        registration.evidence(),
                        registration.from(),
                        registration.lastDay(),
                        LocalDate.of(2027, 10, 5),
                        Optional.empty())));
        return held;
    }

    public void register(Actor.Professional actor, ResidentId resident, LocalDate day, Deaths.Evidence evidence) {
        refuse();
        died = Optional.of(day);
    }

    public List<Representation> whoMayAsk(Actor.Professional officer, ResidentId resident, Optional<Section> about) {
        return held;
    }

    public void takeBack(Actor.Professional actor, ResidentId resident) {
        died = Optional.empty();
    }

    public Optional<LocalDate> of(ResidentId resident) {
        return died;
    }

    public Optional<PersonsRegister.Person> find(Bsn bsn) {
        return person;
    }

    public Optional<PersonsRegister.Authority> authority(Bsn minor) {
        return authority;
    }

    private void refuse() {
        refusing.ifPresent(reason -> {
            throw new RepresentationRefused(reason);
        });
    }

    public void end(Actor.Professional actor, ResidentId resident, RepresentationId id) {
        held.removeIf(one -> one.id().equals(id));
    }

    public List<Recheck> toRecheck(Actor.Professional actor) {
        return held.stream()
                .filter(one -> !seen.contains(one.id()))
                .map(one -> new Recheck(one, "Els van Rijn", "Kees Hofman"))
                .toList();
    }

    public void seenAgain(Actor.Professional actor, ResidentId resident, RepresentationId id) {
        seen.add(id);
    }

    public List<Representation> at(Actor.Professional actor, ResidentId resident) {
        return held.stream().filter(one -> one.of().equals(resident)).toList();
    }
}
