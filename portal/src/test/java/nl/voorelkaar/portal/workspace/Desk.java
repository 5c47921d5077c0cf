package nl.voorelkaar.portal.workspace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Answers;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.CaseAssignment;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Emergency;
import nl.voorelkaar.consent.EmergencyId;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Handle;
import nl.voorelkaar.consent.HowFound;
import nl.voorelkaar.consent.NewEmergency;
import nl.voorelkaar.consent.NewRequest;
import nl.voorelkaar.consent.OrganisationId;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.TeamId;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.dossier.DossierView;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.NewEntry;
import nl.voorelkaar.dossier.ShareCodes;
import nl.voorelkaar.dossier.intake.Worry;
import nl.voorelkaar.dossier.procedure.ProcedureId;
import nl.voorelkaar.dossier.seal.SealRequest;
import nl.voorelkaar.dossier.seal.SealedPaper;
import nl.voorelkaar.portal.Partly;
import nl.voorelkaar.portal.RememberedEmergencies;
import nl.voorelkaar.portal.notice.LetterPost;

/**
 * One professional at one desk on Monday 5 October 2026 at nine, and what the contracts answer there. Consent's and the
 * dossier's own rules are tested in their modules; here they only give the answers that screens must deal with.
 */
public final class Desk {

    /** On which the parents of somebody differ. */
    /** Who came to the desk, perhaps without a dossier. */
    public final List<Bsn> registered = new ArrayList<>();

    public final List<Answers.Disagreement> differing = new ArrayList<>();

    static final Instant NINE = Instant.parse("2026-10-05T07:00:00Z");

    public static final LocalDate TODAY = LocalDate.of(2026, 10, 5);

    public final ResidentId fatima = new ResidentId(UUID.randomUUID());
    public final ResidentId jan = new ResidentId(UUID.randomUUID());
    public final ResidentId oneself = new ResidentId(UUID.randomUUID());

    public final Map<String, ResidentId> codes = new HashMap<>(Map.of("7KQ4-M2XP", fatima, "AAAA-AAAA", oneself));
    public final Map<ResidentId, String> names =
            new HashMap<>(Map.of(fatima, "Fatima el Amrani", jan, "Jan Postma", oneself, "Bram Visser"));
    public final List<Grant> grants = new ArrayList<>();
    public final List<CaseAssignment> cases = new ArrayList<>();
    public final List<AccessRequest> asked = new ArrayList<>();
    public final List<Entry> entries = new ArrayList<>();
    public final Set<RequestId> withdrawn = new HashSet<>();
    public final List<CaseAssignment> assigned = new ArrayList<>();
    public final List<Party> colleagues = new ArrayList<>(List.of(colleague("Anouk Meijer")));
    public final List<ResidentId> listed = new ArrayList<>();
    public final List<Access> attempts = new ArrayList<>();
    public final List<Handle> tried = new ArrayList<>();
    public final List<Worry> worries = new ArrayList<>();
    public final List<String> closed = new ArrayList<>();
    public final List<String> lookedUp = new ArrayList<>();
    public Optional<ConsentRefused.Reason> askingIsRefused = Optional.empty();
    public boolean tooManyTries;
    public boolean recently = true;
    public final List<String> signInsAsked = new ArrayList<>();
    public Actor.Professional actor = professional(Role.CM);

    public final Mailed post = new Mailed();

    private Instant now = NINE;

    /** The post as this desk meets it. */
    public static final class Mailed implements LetterPost {

        public final Map<UUID, byte[]> letters = new LinkedHashMap<>();
        public boolean away;
        public LetterPost.State state = LetterPost.State.ON_ITS_WAY;

        @Override
        public String send(UUID reference, byte[] pdf) {
            if (away) {
                throw Partly.made(NotTaken.class, "away");
            }
            letters.put(reference, pdf);
            return "brief-" + letters.size();
        }

        @Override
        public LetterPost.State state(String id) {
            return state;
        }
    }

    /** Answers for {@code DocumentSeal}. */
    final class Sealer {

        SealedPaper seal(byte[] pdf, SealRequest request) {
            return Partly.made(SealedPaper.class, pdf, now, "0".repeat(64));
        }
    }

    public static Actor.Professional professional(Role role) {
        return new Actor.Professional(
                new PartyId(UUID.fromString("00000000-0000-0000-0000-000000000012")),
                role,
                new OrganisationId("wij-voorbeeldstad"),
                Optional.of(new TeamId("wij-west")),
                AssuranceLevel.SUBSTANTIEEL,
                NINE,
                new Assertion("none"));
    }

    public static Party party(Actor.Professional actor, String name) {
        return new Party(actor.id(), name, actor.role(), actor.organisation(), "WIJ Voorbeeldstad", actor.team());
    }

    public static Party colleague(String name) {
        return colleague(name, Role.GSP);
    }

    public static Party colleague(String name, Role role) {
        return new Party(
                new PartyId(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                name,
                role,
                new OrganisationId("wij-voorbeeldstad"),
                "WIJ Voorbeeldstad",
                Optional.of(new TeamId("wij-west")));
    }

    /** A yes from this resident, from today. */
    public Grant granted(ResidentId resident, Set<Right> rights, LocalDate until, Section... sections) {
        return granted(resident, party(actor, "Bram Visser"), rights, until, sections);
    }

    public Grant granted(ResidentId resident, Party to, Set<Right> rights, LocalDate until, Section... sections) {
        var grant = new Grant(
                new GrantId(UUID.randomUUID()),
                resident,
                new RequestId(UUID.randomUUID()),
                to,
                new Terms(Set.of(sections), rights, until, false),
                new Purpose("Samen bespreken welke hulp past."),
                now,
                CalendarDays.endOf(until),
                Grant.State.ACTIEF,
                now,
                Optional.empty());
        grants.add(grant);
        return grant;
    }

    /** A yes to this request. */
    public Grant granted(AccessRequest request) {
        var grant = new Grant(
                new GrantId(UUID.randomUUID()),
                request.resident(),
                request.id(),
                request.by(),
                request.terms(),
                request.purpose(),
                now,
                CalendarDays.endOf(request.terms().until()),
                Grant.State.ACTIEF,
                now,
                Optional.empty());
        grants.add(grant);
        return grant;
    }

    public void stop(Grant grant) {
        grants.removeIf(held -> held.id().equals(grant.id()));
    }

    public CaseAssignment caseOf(ResidentId resident, String statute, LocalDate until, Section... sections) {
        var assignment = new CaseAssignment(
                UUID.randomUUID(),
                resident,
                party(actor, "Bram Visser"),
                statute,
                Set.of(sections),
                now,
                CalendarDays.endOf(until));
        cases.add(assignment);
        return assignment;
    }

    /** A case that this professional gave a colleague. */
    public void gave(ResidentId resident) {
        assigned.add(new CaseAssignment(
                UUID.randomUUID(),
                resident,
                colleague("Anouk Meijer"),
                "Wmo 2.3.2",
                Set.of(Section.MELDING),
                now,
                CalendarDays.endOf(TODAY.plusMonths(6))));
    }

    public Entry wrote(ResidentId resident, Section section, String title, String text) {
        var entry = new Entry(
                new EntryId(UUID.randomUUID()),
                resident,
                section,
                title,
                text,
                TODAY,
                Optional.empty(),
                Optional.empty(),
                now,
                now,
                1,
                Optional.empty(),
                false);
        entries.add(entry);
        return entry;
    }

    public AccessRequest request(ResidentId resident, AccessRequest.State state, Period ago, Section... sections) {
        var at = TODAY.minus(ago).atTime(9, 0).atZone(CalendarDays.AMSTERDAM).toInstant();
        var request = new AccessRequest(
                new RequestId(UUID.randomUUID()),
                resident,
                party(actor, "Bram Visser"),
                new Terms(Set.of(sections), Set.of(Right.READ), TODAY.plusMonths(3), false),
                new Purpose("Hulp in huis regelen die bij u past."),
                new Purpose("U krijgt gewoon hulp."),
                Optional.of(new HowFound.ByBsn()),
                at,
                at.plus(Duration.ofDays(14)),
                state);
        asked.add(request);
        return request;
    }

    public Clock clock() {
        InstantSource time = () -> now;
        return time.withZone(CalendarDays.AMSTERDAM);
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    private boolean related(ResidentId resident) {
        return resident.equals(oneself);
    }

    private Decision decide(ResidentId resident, Section section, Access.Action action) {
        if (related(resident)) {
            return new Decision.Refused(Decision.Reason.OWN_DOSSIER);
        }
        for (var grant : grants) {
            var right = action == Access.Action.READ ? Right.READ : Right.ADD;
            if (grant.resident().equals(resident)
                    && grant.state() == Grant.State.ACTIEF
                    && now.isBefore(grant.until())
                    && grant.terms().sections().contains(section)
                    && grant.terms().rights().contains(right)) {
                return new Decision.Permitted(
                        Grondslag.TOESTEMMING, Optional.of(grant.id()), Optional.empty(), grant.until());
            }
        }
        for (var assignment : cases) {
            if (assignment.resident().equals(resident)
                    && assignment.sections().contains(section)
                    && action == Access.Action.READ) {
                return new Decision.Permitted(
                        Grondslag.WETTELIJKE_TAAK,
                        Optional.empty(),
                        Optional.of(assignment.statute()),
                        assignment.until());
            }
        }
        return new Decision.Refused(Decision.Reason.NO_GROUND);
    }

    /** Answers for {@code AccessGate}. */
    final class Gate {

        Map<Section, Decision> decide(Actor who, Access access) {
            var decisions = new EnumMap<Section, Decision>(Section.class);
            access.sections()
                    .forEach(section ->
                            decisions.put(section, Desk.this.decide(access.resident(), section, access.action())));
            return decisions;
        }

        Map<Section, Decision.Permitted> require(Actor who, Access access) {
            attempts.add(access);
            var permitted = new EnumMap<Section, Decision.Permitted>(Section.class);
            decide(who, access).forEach((section, decision) -> {
                switch (decision) {
                    case Decision.Permitted yes -> permitted.put(section, yes);
                    case Decision.Refused no -> throw new AccessRefused(no.reason());
                }
            });
            return permitted;
        }
    }

    /** Answers for {@code AccessRequests}. */
    final class Asking {

        Set<Section> askable(Role role) {
            return role == Role.TM || role == Role.FG || role == Role.KCC || role == Role.BES
                    ? Set.of()
                    : Section.in(Zone.MIJN_DEEL);
        }

        Set<Section> askable(Actor.Professional who, ResidentId resident) {
            return related(resident) ? Set.of() : askable(who.role());
        }

        AccessRequest ask(Actor.Professional who, RequestId id, NewRequest request) {
            if (askingIsRefused.isPresent() && request.newReason().isEmpty()) {
                throw new ConsentRefused(askingIsRefused.get());
            }
            for (var earlier : asked) {
                if (earlier.id().equals(id)) {
                    return earlier;
                }
            }
            var made = new AccessRequest(
                    id,
                    request.resident(),
                    party(who, "Bram Visser"),
                    request.terms(),
                    request.purpose(),
                    request.whatIfNo(),
                    request.found(),
                    now,
                    now.plus(Duration.ofDays(14)),
                    AccessRequest.State.AANGEVRAAGD);
            asked.addFirst(made);
            return made;
        }

        void withdraw(Actor.Professional who, RequestId id) {
            for (int i = 0; i < asked.size(); i++) {
                var request = asked.get(i);
                if (request.id().equals(id)) {
                    if (request.state() != AccessRequest.State.AANGEVRAAGD) {
                        throw new ConsentRefused(ConsentRefused.Reason.NO_LONGER_OPEN);
                    }
                    withdrawn.add(id);
                    asked.set(
                            i,
                            new AccessRequest(
                                    id,
                                    request.resident(),
                                    request.by(),
                                    request.terms(),
                                    request.purpose(),
                                    request.whatIfNo(),
                                    request.found(),
                                    request.askedAt(),
                                    request.expiresAt(),
                                    AccessRequest.State.INGETROKKEN_DOOR_VRAGER));
                }
            }
        }

        List<AccessRequest> asked(Actor.Professional who) {
            return List.copyOf(asked);
        }
    }

    /** Answers for {@code Grants}. */
    final class Giving {

        List<Grant> heldBy(Actor.Professional who) {
            return List.copyOf(grants);
        }
    }

    /** Answers for {@code CaseAssignments}. */
    final class Assigning {

        List<String> statutes() {
            return List.of("Wmo 2.3.2", "Jeugdwet 2.3");
        }

        List<CaseAssignment> heldBy(Actor.Professional who) {
            return List.copyOf(cases);
        }

        List<CaseAssignment> assignedBy(Actor.Professional who) {
            return List.copyOf(assigned);
        }

        CaseAssignment assign(
                Actor.Professional who, ResidentId resident, PartyId to, String statute, LocalDate until) {
            if (related(resident)) {
                throw new AccessRefused(Decision.Reason.OWN_DOSSIER);
            }
            var made = new CaseAssignment(
                    UUID.randomUUID(),
                    resident,
                    colleague("Anouk Meijer"),
                    statute,
                    Set.of(Section.MELDING),
                    now,
                    CalendarDays.endOf(until));
            assigned.add(made);
            return made;
        }

        CaseAssignment takeUp(Actor.Professional who, UUID id, ResidentId resident, LocalDate until) {
            return assign(who, resident, who.id(), "AVG 12", until);
        }

        CaseAssignment takeIn(Actor.Professional who, ResidentId resident) {
            if (related(resident)) {
                throw new AccessRefused(Decision.Reason.OWN_DOSSIER);
            }
            var made = new CaseAssignment(
                    UUID.randomUUID(),
                    resident,
                    party(actor, "Joris Bos"),
                    "Wmo 2.3.2",
                    Set.of(Section.MELDING),
                    now,
                    CalendarDays.endOf(TODAY));
            assigned.add(made);
            return made;
        }

        void end(Actor.Professional who, UUID assignment) {
            assigned.removeIf(held -> held.id().equals(assignment));
        }
    }

    /** Answers for {@code Worries}. */
    final class Told {

        List<Worry> waiting(Actor.Professional who) {
            return List.copyOf(worries);
        }

        int count(Actor.Professional who) {
            return worries.size();
        }

        void linked(Actor.Professional who, UUID id, ProcedureId melding) {
            worries.removeIf(worry -> worry.id().equals(id));
        }

        void close(Actor.Professional who, UUID id, String reason) {
            worries.removeIf(worry -> worry.id().equals(id));
            closed.add(reason);
        }
    }

    /** Answers for {@code Parties}. */
    final class Staff {

        Map<PartyId, Party> find(Collection<PartyId> ids) {
            var known = new HashMap<PartyId, Party>();
            colleagues.forEach(party -> known.put(party.id(), party));
            known.put(actor.id(), party(actor, "Bram Visser"));
            return known;
        }

        List<Party> experts(Actor.Professional who) {
            return colleagues.stream()
                    .filter(party -> party.role() == Role.SPEC)
                    .toList();
        }

        List<Party> colleagues(Actor.Professional who) {
            return colleagues;
        }
    }

    /** Answers for {@code Residents}. */
    final class Names {

        Map<ResidentId, String> names(Actor.Professional who, Collection<ResidentId> residents) {
            listed.addAll(residents);
            return residents.stream().filter(names::containsKey).collect(Collectors.toMap(id -> id, names::get));
        }

        ResidentId addressed(Bsn bsn) {
            return new ResidentId(UUID.nameUUIDFromBytes(bsn.revealDigits().getBytes()));
        }

        ResidentId registerAtDesk(Actor.Professional who, Bsn bsn) {
            registered.add(bsn);
            return addressed(bsn);
        }
    }

    /** Answers for {@code Answers}. */
    final class Differing {

        List<Answers.Disagreement> disagreements(Actor.Professional who) {
            return List.copyOf(differing);
        }

        void settle(Actor.Professional who, RequestId request) {
            differing.removeIf(one -> one.request().equals(request));
        }
    }

    /** Answers for {@code ShareCodes}. */
    final class Codes {

        ResidentId redeem(Actor.Professional who, String code) {
            if (tooManyTries || !codes.containsKey(code)) {
                throw new ShareCodes.CodeRefused(tooManyTries);
            }
            return codes.get(code);
        }
    }

    /** Answers for {@code Lookups}. */
    final class Numbers {

        private final RememberedEmergencies emergencies;

        Numbers(RememberedEmergencies emergencies) {
            this.emergencies = emergencies;
        }

        Emergency inEmergency(Actor.Professional who, EmergencyId id, Bsn bsn, NewEmergency asked) {
            return emergencies.ask(who, id, byBsn(who, bsn, new Purpose("Noodtoegang")), asked);
        }

        ResidentId byBsn(Actor.Professional who, Bsn bsn, Purpose reason) {
            if (tooManyTries) {
                throw new ConsentRefused(ConsentRefused.Reason.TOO_MANY);
            }
            lookedUp.add(reason.text());
            return bsn.equals(Bsn.of("999940004")) ? fatima : new ResidentId(UUID.randomUUID());
        }
    }

    /** Answers for {@code Dossiers}. */
    final class Reading {

        /** In an emergency. */
        DossierView open(Actor who, ResidentId resident, Set<Section> sections) {
            var vital = new Decision.Permitted(
                    Grondslag.VITAAL_BELANG, Optional.empty(), Optional.empty(), now.plus(Duration.ofHours(4)));
            return new DossierView(
                    resident,
                    Optional.ofNullable(names.get(resident)),
                    sections.stream()
                            .sorted()
                            .map(section -> new DossierView.SectionView(
                                    section,
                                    vital,
                                    Set.of(Right.READ),
                                    entries.stream()
                                            .filter(written -> written.section() == section)
                                            .toList(),
                                    false))
                            .toList());
        }

        DossierView open(Actor who, ResidentId resident) {
            var sections = new LinkedHashMap<Section, Decision.Permitted>();
            for (var section : Section.values()) {
                if (decide(resident, section, Access.Action.READ) instanceof Decision.Permitted permitted) {
                    sections.put(section, permitted);
                }
            }
            if (sections.isEmpty()) {
                throw new AccessRefused(Decision.Reason.NO_GROUND);
            }
            return new DossierView(
                    resident,
                    Optional.ofNullable(names.get(resident)),
                    sections.entrySet().stream()
                            .map(entry -> new DossierView.SectionView(
                                    entry.getKey(),
                                    entry.getValue(),
                                    decide(resident, entry.getKey(), Access.Action.ADD) instanceof Decision.Permitted
                                            ? Set.of(Right.READ, Right.ADD)
                                            : Set.of(Right.READ),
                                    entries.stream()
                                            .filter(written ->
                                                    written.resident().equals(resident)
                                                            && written.section() == entry.getKey())
                                            .toList(),
                                    false))
                            .toList());
        }

        Entry add(Actor who, ResidentId resident, EntryId id, NewEntry entry) {
            if (decide(resident, entry.section(), Access.Action.ADD) instanceof Decision.Refused no) {
                throw new AccessRefused(no.reason());
            }
            var made = new Entry(
                    id,
                    resident,
                    entry.section(),
                    entry.title(),
                    entry.text(),
                    entry.date(),
                    Optional.of(actor.id()),
                    Optional.of("Bram Visser"),
                    now,
                    now,
                    1,
                    Optional.empty(),
                    entry.apart());
            entries.add(made);
            return made;
        }
    }
}
