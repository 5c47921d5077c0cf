package nl.voorelkaar.portal.resident;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Boundary;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Capacity;
import nl.voorelkaar.consent.ConsentRecord;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.MandateRefused;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;

/** Mandates as screens meet them; their rules are tested where they are. */
final class MemoryMandates implements Mandates {

    static final String CODE = "7KQ4A-M2XPB";
    static final ShownText NOTHING = new ShownText("", Locale.of("nl"));

    private final Life life;
    final Map<MandateId, Mandate> given = new LinkedHashMap<>();
    final Map<MandateId, Mandate> held = new LinkedHashMap<>();
    final List<String> shown = new ArrayList<>();
    Optional<MandateRefused.Reason> refusing = Optional.empty();

    MemoryMandates(Life life) {
        this.life = life;
    }

    Mandate mandate(ResidentId of, String name, Mandate.State state, Set<MandateScope> scopes) {
        var live = state == Mandate.State.ACTIEF;
        return new Mandate(
                new MandateId(UUID.randomUUID()),
                of,
                Optional.of(name),
                state == Mandate.State.UITGENODIGD
                        ? Optional.empty()
                        : Optional.of(new Mandate.Carer(new PersonId(new UUID(7, 7)), "Youssef el Amrani", "Y. el A.")),
                live ? 1 : 0,
                live ? Optional.of(new GrantId(UUID.randomUUID())) : Optional.empty(),
                scopes,
                live ? Optional.of(LocalDate.of(2027, 4, 5)) : Optional.empty(),
                life.now,
                live ? CalendarDays.endOf(LocalDate.of(2027, 4, 5)) : life.now.plus(Duration.ofDays(7)),
                state,
                life.now,
                Mandate.Digest.WEEKLY,
                Optional.empty());
    }

    private static Mandate as(MandateId id, Mandate like, Optional<Boundary> boundary) {
        return new Mandate(
                id,
                like.of(),
                like.resident(),
                like.carer(),
                like.version(),
                like.keys(),
                like.scopes(),
                like.lastDay(),
                like.from(),
                like.until(),
                like.state(),
                like.stateSince(),
                like.digest(),
                boundary);
    }

    Mandate gives(Mandate.State state, MandateScope... scopes) {
        var mandate = mandate(life.actor.id(), "Fatima el Amrani", state, set(scopes));
        given.put(mandate.id(), mandate);
        return mandate;
    }

    Mandate holds(String name, MandateScope... scopes) {
        var mandate = mandate(new ResidentId(UUID.randomUUID()), name, Mandate.State.ACTIEF, set(scopes));
        held.put(mandate.id(), mandate);
        return mandate;
    }

    private static Set<MandateScope> set(MandateScope... scopes) {
        var set = EnumSet.noneOf(MandateScope.class);
        set.addAll(List.of(scopes));
        return set;
    }

    private void mayRefuse() {
        refusing.ifPresent(reason -> {
            throw new MandateRefused(reason);
        });
    }

    @Override
    public Invitation invite(Actor.Resident actor, MandateId id, Boundary boundary) {
        return invite(actor, id, Optional.of(boundary));
    }

    @Override
    public Mandate confirmHelp(Actor.Resident actor, MandateId id, LocalDate lastDay, String name, ShownText text) {
        mayRefuse();
        shown.add(text.text());
        var after = helping(given.get(id).boundary().orElseThrow(), id, Mandate.State.ACTIEF);
        given.put(id, after);
        return after;
    }

    Mandate helping(Boundary boundary, MandateId id, Mandate.State state) {
        return as(id, mandate(life.actor.id(), "Fatima el Amrani", state, Set.of()), Optional.of(boundary));
    }

    @Override
    public Invitation invite(Actor.Resident actor, MandateId id) {
        return invite(actor, id, Optional.empty());
    }

    private Invitation invite(Actor.Resident actor, MandateId id, Optional<Boundary> boundary) {
        mayRefuse();
        given.put(id, as(id, mandate(actor.id(), "", Mandate.State.UITGENODIGD, Set.of()), boundary));
        return invitation(actor, id).orElseThrow();
    }

    @Override
    public Optional<Invitation> invitation(Actor.Resident actor, MandateId id) {
        return Optional.of(new Invitation(id, CODE, given.get(id).until()));
    }

    @Override
    public Mandate accept(Actor.Resident carer, String code, String name) {
        mayRefuse();
        return mandate(new ResidentId(UUID.randomUUID()), "", Mandate.State.GEACCEPTEERD, Set.of());
    }

    @Override
    public Mandate confirm(
            Actor.Resident actor,
            MandateId id,
            Set<MandateScope> scopes,
            LocalDate lastDay,
            Mandate.Digest digest,
            String name,
            ShownText text) {
        mayRefuse();
        shown.add(text.text());
        var before = given.get(id);
        var after = new Mandate(
                id,
                before.of(),
                Optional.of(name),
                before.carer(),
                1,
                Optional.of(new GrantId(UUID.randomUUID())),
                scopes,
                Optional.of(lastDay),
                life.now,
                CalendarDays.endOf(lastDay),
                Mandate.State.ACTIEF,
                life.now,
                digest,
                Optional.empty());
        given.put(id, after);
        return after;
    }

    @Override
    public Mandate narrow(
            Actor.Resident actor, MandateId id, Set<MandateScope> scopes, LocalDate lastDay, ShownText text) {
        mayRefuse();
        return confirm(actor, id, scopes, lastDay, Mandate.Digest.WEEKLY, "", text);
    }

    @Override
    public Set<Section> opens(Set<MandateScope> scopes) {
        var sections = EnumSet.noneOf(Section.class);
        if (scopes.contains(MandateScope.LEZEN_PLAN)) {
            sections.add(Section.PLAN);
        }
        if (scopes.contains(MandateScope.LEZEN_GEZONDHEID)) {
            sections.add(Section.GEZONDHEID);
        }
        return sections;
    }

    @Override
    public void digest(Actor.Resident actor, MandateId id, Mandate.Digest digest) {}

    @Override
    public void stop(Actor.Resident actor, MandateId id, ShownText text) {
        mayRefuse();
        shown.add(text.text());
        given.remove(id);
    }

    @Override
    public void giveUp(Actor.Resident carer, MandateId id, ShownText text) {
        held.remove(id);
    }

    @Override
    public List<Mandate> of(Actor.Resident actor) {
        return List.copyOf(given.values());
    }

    @Override
    public Mandate find(Actor.Resident actor, MandateId id) {
        return Optional.ofNullable(given.get(id)).orElseThrow(() -> new AccessRefused(Decision.Reason.NO_GROUND));
    }

    @Override
    public List<ConsentRecord> records(Actor.Resident actor, MandateId id) {
        return List.of();
    }

    @Override
    public List<Mandate> heldBy(Actor.Resident carer) {
        return List.copyOf(held.values());
    }

    @Override
    public Optional<Actor.Acting> acting(Actor.Resident carer, MandateId id) {
        return Optional.ofNullable(held.get(id))
                .map(mandate -> new Actor.Acting(
                        PersonId.of(carer.id()),
                        mandate.of(),
                        new Capacity.Mandated(id),
                        carer.level(),
                        carer.signedInAt(),
                        carer.assertion()));
    }
}
