package nl.voorelkaar.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Breach;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Emergency;
import nl.voorelkaar.consent.EmergencyId;
import nl.voorelkaar.consent.EmergencyReason;
import nl.voorelkaar.consent.EmergencyRefused;
import nl.voorelkaar.consent.Justification;
import nl.voorelkaar.consent.NewEmergency;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.decision.LeastNeeded;

/**
 * Answers for {@code Emergencies}, in memory. Its rules are tested in consent; here they are what screens must deal
 * with.
 */
public final class RememberedEmergencies {

    private final Clock clock;
    private final Map<EmergencyId, Emergency> all = new LinkedHashMap<>();
    private final Map<EmergencyId, Breach> breaches = new LinkedHashMap<>();
    public Optional<EmergencyRefused.Reason> refusing = Optional.empty();

    public RememberedEmergencies(Clock clock) {
        this.clock = clock;
    }

    public boolean opens(Role role) {
        return LeastNeeded.opens(role);
    }

    public Set<Section> sections(EmergencyReason reason) {
        return LeastNeeded.sections(reason);
    }

    public Emergency ask(Actor.Professional actor, EmergencyId id, ResidentId resident, NewEmergency asked) {
        refuse();
        return kept(new Emergency(
                id,
                resident,
                party(actor),
                asked.reason(),
                Optional.empty(),
                asked.sections(),
                asked.why(),
                Emergency.State.AANGEVRAAGD,
                now(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty()));
    }

    public Emergency confirm(Actor.Professional actor, EmergencyId id) {
        refuse();
        return opened(id, now().plus(Duration.ofHours(4)));
    }

    public Emergency extend(Actor.Professional actor, EmergencyId id, Justification why) {
        refuse();
        return opened(id, now().plus(Duration.ofHours(4)));
    }

    private Emergency opened(EmergencyId id, Instant until) {
        var one = all.get(id);
        return kept(changed(
                one,
                Emergency.State.ACTIEF,
                one.from().or(() -> Optional.of(now())),
                Optional.of(until),
                one.review()));
    }

    public void end(Actor.Professional actor, EmergencyId id) {
        var one = all.get(id);
        kept(changed(one, Emergency.State.AFGELOPEN, one.from(), Optional.of(now()), one.review()));
    }

    public List<Emergency> of(Actor.Professional actor) {
        return all.values().stream()
                .filter(one -> one.by().id().equals(actor.id()))
                .map(this::stands)
                .toList();
    }

    public Emergency find(Actor.Professional actor, EmergencyId id) {
        return Optional.ofNullable(all.get(id))
                .filter(one -> actor.role() == Role.FG || one.by().id().equals(actor.id()))
                .map(this::stands)
                .orElseThrow(() -> new AccessRefused(Decision.Reason.NO_GROUND));
    }

    public List<Emergency> toReview(Actor.Professional officer) {
        return all.values().stream()
                .map(this::stands)
                .filter(one -> one.review().flatMap(Emergency.Review::outcome).isEmpty())
                .toList();
    }

    public List<Emergency> reviewed(Actor.Professional officer) {
        return all.values().stream()
                .filter(one -> one.review().flatMap(Emergency.Review::outcome).isPresent())
                .toList();
    }

    public Emergency delay(Actor.Professional officer, EmergencyId id, int days, Justification why) {
        refuse();
        var one = all.get(id);
        return kept(new Emergency(
                id,
                one.resident(),
                one.by(),
                one.reason(),
                one.statute(),
                one.sections(),
                one.why(),
                one.state(),
                one.askedAt(),
                one.from(),
                one.until(),
                Optional.of(new Emergency.Delay(party(officer), days, why)),
                one.reviewBefore(),
                one.overdue(),
                one.review()));
    }

    public Emergency takeUp(Actor.Professional officer, EmergencyId id) {
        refuse();
        var one = all.get(id);
        return kept(changed(
                one,
                Emergency.State.IN_REVIEW,
                one.from(),
                one.until(),
                Optional.of(new Emergency.Review(party(officer), Optional.empty()))));
    }

    public Emergency judge(Actor.Professional officer, EmergencyId id, boolean justified, Justification words) {
        var one = all.get(id);
        if (!justified) {
            breaches.put(id, new Breach(id, now(), now().plus(Duration.ofHours(72)), Optional.empty()));
        }
        return kept(changed(
                one,
                justified ? Emergency.State.GERECHTVAARDIGD : Emergency.State.ONTERECHT,
                one.from(),
                one.until(),
                Optional.of(new Emergency.Review(
                        party(officer), Optional.of(new Emergency.Outcome(justified, now(), words))))));
    }

    public List<Breach> breaches(Actor.Professional officer) {
        return new ArrayList<>(breaches.values());
    }

    public void closeBreach(Actor.Professional officer, EmergencyId id, boolean reported, Justification words) {
        var breach = breaches.get(id);
        breaches.put(
                id,
                new Breach(
                        id,
                        breach.knownAt(),
                        breach.reportBefore(),
                        Optional.of(new Breach.Closing(reported, now(), words))));
    }

    public List<Emergency> of(Actor.Resident actor) {
        return all.values().stream()
                .filter(one -> one.resident().equals(actor.id()) && one.from().isPresent())
                .map(this::stands)
                .toList();
    }

    private Emergency stands(Emergency one) {
        var over = one.state() == Emergency.State.ACTIEF
                && !now().isBefore(one.until().orElseThrow());
        return changed(one, over ? Emergency.State.AFGELOPEN : one.state(), one.from(), one.until(), one.review());
    }

    private Emergency changed(
            Emergency one,
            Emergency.State state,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<Emergency.Review> review) {
        var ended = state != Emergency.State.AANGEVRAAGD && state != Emergency.State.ACTIEF;
        var before = ended ? until.map(end -> end.plus(Duration.ofDays(2))) : Optional.<Instant>empty();
        return new Emergency(
                one.id(),
                one.resident(),
                one.by(),
                one.reason(),
                one.statute(),
                one.sections(),
                one.why(),
                state,
                one.askedAt(),
                from,
                until,
                one.delay(),
                before,
                before.filter(last -> !now().isBefore(last)).isPresent(),
                review);
    }

    private Emergency kept(Emergency one) {
        all.put(one.id(), one);
        return one;
    }

    private void refuse() {
        refusing.ifPresent(reason -> {
            throw new EmergencyRefused(reason);
        });
    }

    private static Party party(Actor.Professional actor) {
        return new Party(
                actor.id(),
                actor.role() == Role.FG ? "Nadia Jansen" : "Bram Visser",
                actor.role(),
                actor.organisation(),
                "WIJ Voorbeeldstad",
                actor.team());
    }

    private Instant now() {
        return clock.instant();
    }
}
