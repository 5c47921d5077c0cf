package nl.voorelkaar.consent.grant;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Answers;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Capacity;
import nl.voorelkaar.consent.Carers;
import nl.voorelkaar.consent.ConsentEvent;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Mandate;
import nl.voorelkaar.consent.MandateScope;
import nl.voorelkaar.consent.PersonId;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.RowScope;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.consent.decision.Facts;
import nl.voorelkaar.consent.decision.JointAuthority;
import nl.voorelkaar.consent.decision.WhoDecides;
import nl.voorelkaar.consent.decision.WhoDecides.Matter;
import nl.voorelkaar.consent.decision.WhoDecides.Voice;
import nl.voorelkaar.consent.gate.FactFinder;
import nl.voorelkaar.consent.receipt.About;
import nl.voorelkaar.consent.receipt.Receipts;
import nl.voorelkaar.consent.receipt.Told;
import nl.voorelkaar.consent.request.Asked;
import nl.voorelkaar.consent.subject.Subjects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lock on the request makes answers come one after the other; the last of them settles it. */
@Service
class SpokenAnswers implements Answers {

    private final GrantBook grants;
    private final Asked requests;
    private final Receipts receipts;
    private final Subjects subjects;
    private final FactFinder facts;
    private final Carers carers;
    private final JdbcClient jdbc;
    private final RowScope scope;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SpokenAnswers(
            GrantBook grants,
            Asked requests,
            Receipts receipts,
            Subjects subjects,
            FactFinder facts,
            Carers carers,
            JdbcClient jdbc,
            RowScope scope,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.grants = grants;
        this.requests = requests;
        this.receipts = receipts;
        this.subjects = subjects;
        this.facts = facts;
        this.carers = carers;
        this.jdbc = jdbc;
        this.scope = scope;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** Whose word it is, and by what it counts. */
    private sealed interface Speaker {

        record ByLaw(Facts.Represented place) implements Speaker {}

        record ByMandate(Facts.GivenMandate mandate) implements Speaker {}

        /** By a mandate, one decides what the resident could decide alone, and no more. */
        default Voice voice() {
            return this instanceof ByLaw law ? Voice.of(law.place().kind()) : Voice.SELF;
        }

        default Optional<String> article() {
            return this instanceof ByLaw law ? Optional.of(law.place().kind().article()) : Optional.empty();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<AccessRequest> open(Actor.Acting actor) {
        scope.enter(actor.resident());
        return speaker(actor, false)
                .map(speaker -> requests.open(actor.resident()).stream()
                        .filter(request ->
                                settles(actor, speaker, request.terms().sections()))
                        .toList())
                .orElse(List.of());
    }

    private AccessRefused refused(Actor.Acting actor, LedgerEvent.Kind act) {
        ledger.appendNow(LedgerEvent.refused(
                actor.resident(), act, actor, Set.of(), Map.of("reason", Decision.Reason.RIGHT_NOT_GRANTED.name())));
        return new AccessRefused(Decision.Reason.RIGHT_NOT_GRANTED);
    }

    /** The resident hears what a carer did, as often as they chose. */
    private void tell(Actor.Acting actor) {
        carers.digestOf(actor)
                .ifPresent(digest ->
                        events.publishEvent(new ConsentEvent.ActedFor(actor.resident(), actor.person(), digest)));
    }

    @Override
    @Transactional
    public Outcome answer(Actor.Acting actor, RequestId id, boolean yes, ShownText shown) {
        grants.requireRecent(actor);
        var resident = actor.resident();
        scope.enter(resident);
        var speaker = speaker(actor, LedgerEvent.Kind.GRANTED);
        var request = requests.lock(resident, id).orElseThrow(() -> new AccessRefused(Decision.Reason.NO_GROUND));
        var answers = answers(resident, id);
        if (answers.containsKey(actor.person())) {
            return became(request, answers);
        }
        if (request.state() != AccessRequest.State.AANGEVRAAGD || !now().isBefore(request.expiresAt())) {
            throw new ConsentRefused(ConsentRefused.Reason.NO_LONGER_OPEN);
        }
        if (!settles(actor, speaker, request.terms().sections())) {
            throw new ConsentRefused(ConsentRefused.Reason.OTHERS_DECIDE);
        }
        keep(resident, id, actor.person(), yes);
        answers.put(actor.person(), yes);
        var together =
                speaker instanceof Speaker.ByLaw law && law.place().kind().ofMinors();
        var holders = together ? subjects.authority(resident) : Set.of(actor.person());
        var article = speaker.article();
        tell(actor);
        return switch (JointAuthority.of(holders, answers)) {
            case WAITS -> {
                var evidence = receipts.answered(Told.online(actor), About.of(request), shown);
                ledger.append(evidence.in(line(actor, request, LedgerEvent.Kind.ANSWERED_FOR, article)));
                yield Outcome.WAITS;
            }
            case AGREED -> {
                grants.give(actor, request, request.terms(), shown, article);
                yield Outcome.GIVEN;
            }
            case REFUSED -> {
                var evidence = requests.refused(actor, id, shown);
                ledger.append(evidence.in(line(actor, request, LedgerEvent.Kind.REQUEST_REFUSED, article)));
                yield Outcome.REFUSED;
            }
            case DISAGREED -> {
                var evidence = requests.refused(actor, id, shown);
                leaveToAPerson(request);
                events.publishEvent(new ConsentEvent.Disagreed(resident, id));
                ledger.append(evidence.in(line(actor, request, LedgerEvent.Kind.DISAGREED, article)));
                yield Outcome.LEFT_TO_A_PERSON;
            }
        };
    }

    @Override
    @Transactional(readOnly = true)
    public List<Grant> given(Actor.Acting actor) {
        scope.enter(actor.resident());
        return speaker(actor, false)
                .map(speaker -> grants.live(actor.resident()).stream()
                        .filter(grant -> stops(actor, speaker, grant.terms()))
                        .toList())
                .orElse(List.of());
    }

    @Override
    @Transactional
    public void pause(Actor.Acting actor, GrantId id, ShownText shown) {
        scope.enter(actor.resident());
        if (grants.pause(actor, theirs(actor, speaker(actor, LedgerEvent.Kind.PAUSED), id), shown)) {
            tell(actor);
        }
    }

    @Override
    @Transactional
    public void stop(Actor.Acting actor, GrantId id, ShownText shown) {
        grants.requireRecent(actor);
        scope.enter(actor.resident());
        var speaker = speaker(actor, LedgerEvent.Kind.STOPPED);
        if (grants.stop(actor, theirs(actor, speaker, id), speaker.article(), shown)) {
            tell(actor);
        }
    }

    private StoredGrant theirs(Actor.Acting actor, Speaker speaker, GrantId id) {
        var grant = grants.lock(actor.resident(), id).orElseThrow(() -> new AccessRefused(Decision.Reason.NO_GROUND));
        if (!stops(actor, speaker, grant.terms())) {
            throw new ConsentRefused(ConsentRefused.Reason.OTHERS_DECIDE);
        }
        return grant;
    }

    /** A withdrawal under the UAVG, and under the Wmo what who decides on opening decides on closing too. */
    private boolean stops(Actor.Acting actor, Speaker speaker, Terms terms) {
        var today = CalendarDays.dayOf(now());
        var subject = subject(actor, speaker);
        return terms.sections().stream()
                .allMatch(section -> WhoDecides.counts(
                        speaker.voice(),
                        section.zone() == Zone.MIJN_DEEL ? Matter.WITHDRAWAL : Matter.DISCLOSURE,
                        section,
                        subject,
                        today));
    }

    private static Outcome became(AccessRequest request, Map<PersonId, Boolean> answers) {
        return switch (request.state()) {
            case GEGEVEN -> Outcome.GIVEN;
            case GEWEIGERD ->
                answers.containsValue(true) && answers.containsValue(false)
                        ? Outcome.LEFT_TO_A_PERSON
                        : Outcome.REFUSED;
            case AANGEVRAAGD -> Outcome.WAITS;
            case INGETROKKEN_DOOR_VRAGER, VERVALLEN -> throw new ConsentRefused(ConsentRefused.Reason.NO_LONGER_OPEN);
        };
    }

    @Override
    @Transactional(readOnly = true)
    public List<Disagreement> disagreements(Actor.Professional actor) {
        scope.enter(actor);
        return jdbc.sql("""
                        SELECT resident_id, request_id, opened_at FROM consent.disagreement
                        WHERE party_id = :party AND closed_at IS NULL ORDER BY opened_at LIMIT 100""")
                .param("party", actor.id().value())
                .query((row, number) -> new Disagreement(
                        new ResidentId(row.getObject(1, UUID.class)),
                        new RequestId(row.getObject(2, UUID.class)),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    @Transactional
    public void settle(Actor.Professional actor, RequestId request) {
        scope.enter(actor);
        jdbc.sql("UPDATE consent.disagreement SET closed_at = :now"
                        + " WHERE party_id = :party AND request_id = :request AND closed_at IS NULL")
                .param("now", now().atOffset(ZoneOffset.UTC))
                .param("party", actor.id().value())
                .param("request", request.value())
                .update();
    }

    /** Whoever speaks for this resident in nothing is refused, and in the resident's log. */
    private Speaker speaker(Actor.Acting actor, LedgerEvent.Kind act) {
        return speaker(actor, true).orElseThrow(() -> refused(actor, act));
    }

    /** By this person's place in the register or mandate, when it holds now. */
    private Optional<Speaker> speaker(Actor.Acting actor, boolean lock) {
        if (!actor.level().atLeast(AssuranceLevel.REQUIRED)) {
            return Optional.empty();
        }
        var now = now();
        return switch (actor.capacity()) {
            case Capacity.Represents represents ->
                subjects.represented(actor.resident(), represents.representation(), false)
                        .filter(found -> found.by().equals(actor.person()))
                        .filter(found -> !now.isBefore(found.from()) && now.isBefore(found.until()))
                        .map(Speaker.ByLaw::new);
            case Capacity.Mandated mandated ->
                facts.about(actor, lock).mandates().stream()
                        .filter(given -> given.id().equals(mandated.mandate())
                                && given.to().equals(actor.person()))
                        .filter(given -> given.state() == Mandate.State.ACTIEF
                                && given.scopes().contains(MandateScope.TOESTEMMING_BEHEREN))
                        .filter(given -> !now.isBefore(given.from()) && now.isBefore(given.until()))
                        .findFirst()
                        .map(Speaker.ByMandate::new);
        };
    }

    private boolean settles(Actor.Acting actor, Speaker speaker, Set<Section> sections) {
        var today = CalendarDays.dayOf(now());
        var subject = subject(actor, speaker);
        return sections.stream()
                .allMatch(section -> WhoDecides.settles(
                        Set.of(speaker.voice()), Matter.ofSharing(section), section, subject, today));
    }

    private WhoDecides.Subject subject(Actor.Acting actor, Speaker speaker) {
        return speaker instanceof Speaker.ByLaw law ? law.place().subject() : subjects.of(actor.resident());
    }

    private Map<PersonId, Boolean> answers(ResidentId resident, RequestId id) {
        var answers = new HashMap<PersonId, Boolean>();
        jdbc.sql("SELECT person_id, yes FROM consent.joint_answer"
                        + " WHERE resident_id = :resident AND request_id = :request")
                .param("resident", resident.value())
                .param("request", id.value())
                .query((row, number) -> answers.put(new PersonId(row.getObject(1, UUID.class)), row.getBoolean(2)))
                .list();
        return answers;
    }

    private void keep(ResidentId resident, RequestId id, PersonId person, boolean yes) {
        jdbc.sql("INSERT INTO consent.joint_answer (resident_id, request_id, person_id, yes, answered_at)"
                        + " VALUES (:resident, :request, :person, :yes, :now)")
                .param("resident", resident.value())
                .param("request", id.value())
                .param("person", person.value())
                .param("yes", yes)
                .param("now", now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void leaveToAPerson(AccessRequest request) {
        jdbc.sql("INSERT INTO consent.disagreement (resident_id, request_id, party_id, opened_at)"
                        + " VALUES (:resident, :request, :party, :now)")
                .param("resident", request.resident().value())
                .param("request", request.id().value())
                .param("party", request.by().id().value())
                .param("now", now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static LedgerEvent line(
            Actor.Acting actor, AccessRequest request, LedgerEvent.Kind kind, Optional<String> article) {
        return new LedgerEvent(
                request.resident(),
                kind,
                Optional.of(actor),
                request.terms().sections(),
                Optional.of(article.isPresent() ? Grondslag.VERTEGENWOORDIGING : Grondslag.MACHTIGING),
                article,
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                Map.of(
                        "request", request.id().toString(),
                        "party", request.by().id().toString()));
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
