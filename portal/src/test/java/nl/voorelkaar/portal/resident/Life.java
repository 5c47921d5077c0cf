package nl.voorelkaar.portal.resident;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.AccessRequest;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.Birthdays;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.CaseAssignment;
import nl.voorelkaar.consent.ConsentRecord;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.LedgerLine;
import nl.voorelkaar.consent.OrganisationId;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.dossier.DossierView;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.Draft;
import nl.voorelkaar.dossier.DraftId;
import nl.voorelkaar.dossier.DraftRefused;
import nl.voorelkaar.dossier.Drafts;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.EntryChanged;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.FormKey;
import nl.voorelkaar.dossier.NewEntry;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.ShareCodes;
import nl.voorelkaar.portal.persons.PersonsRegister;

/**
 * One resident on Monday 5 October 2026 at nine, with one open request, and what the contracts answer. Consent's and
 * the dossier's own rules are tested in their modules; here they only give the answers that screens must deal with.
 */
public final class Life {

    /** Of a young person, in the next sixty days. */
    public Optional<Birthdays.Coming> birthday = Optional.empty();

    public boolean addressSecret;

    static final Instant NINE = Instant.parse("2026-10-05T07:00:00Z");

    final Actor.Resident actor =
            new Actor.Resident(new ResidentId(new UUID(1, 1)), AssuranceLevel.SUBSTANTIEEL, NINE, new Assertion("x"));
    final Party bram = new Party(
            new PartyId(new UUID(2, 2)),
            "Bram Visser",
            Role.CM,
            new OrganisationId("wij-voorbeeldstad"),
            "WIJ Voorbeeldstad",
            Optional.empty());
    final Terms asked = new Terms(
            Set.of(Section.GEZONDHEID, Section.GELD), Set.of(Right.READ, Right.ADD), LocalDate.of(2027, 1, 5), false);
    AccessRequest request = request(AccessRequest.State.AANGEVRAAGD);
    final Map<EntryId, List<Entry>> entries = new LinkedHashMap<>();
    final List<Grant> given = new ArrayList<>();
    final List<Terms> previewed = new ArrayList<>();
    final List<String> signInsAsked = new ArrayList<>();
    final List<LedgerLine> lines = new ArrayList<>();
    final Typing drafts = new Typing();
    String shown = "";
    boolean recently = true;

    Instant now = NINE;

    Clock clock() {
        InstantSource time = () -> now;
        return time.withZone(CalendarDays.AMSTERDAM);
    }

    private AccessRequest request(AccessRequest.State state) {
        return new AccessRequest(
                new RequestId(new UUID(3, 3)),
                actor.id(),
                bram,
                asked,
                new Purpose("Samen hulp in huis regelen."),
                new Purpose("Dan zoeken wij samen een andere weg."),
                Optional.empty(),
                NINE,
                Instant.parse("2026-10-19T07:00:00Z"),
                state);
    }

    EntryId wrote(Section section, String title, String text) {
        var id = new EntryId(UUID.randomUUID());
        entries.put(id, new ArrayList<>(List.of(entry(id, section, title, text, 1))));
        return id;
    }

    EntryId wrote(Section section, String title, String text, LocalDate date) {
        var id = new EntryId(UUID.randomUUID());
        entries.put(id, new ArrayList<>(List.of(entry(id, section, title, text, date, 1))));
        return id;
    }

    Entry entry(EntryId id, Section section, String title, String text, int version) {
        return entry(id, section, title, text, LocalDate.of(2026, 10, 4), version);
    }

    private Entry entry(EntryId id, Section section, String title, String text, LocalDate date, int version) {
        return new Entry(
                id,
                actor.id(),
                section,
                title,
                text,
                date,
                Optional.empty(),
                Optional.empty(),
                NINE,
                NINE,
                version,
                Optional.empty(),
                false);
    }

    /** An entry that somebody else wrote. */
    EntryId written(Party by, Section section, String title, String text) {
        var id = new EntryId(UUID.randomUUID());
        var entry = new Entry(
                id,
                actor.id(),
                section,
                title,
                text,
                LocalDate.of(2026, 10, 4),
                Optional.of(by.id()),
                Optional.of(by.name()),
                NINE,
                NINE,
                1,
                Optional.empty(),
                false);
        entries.put(id, new ArrayList<>(List.of(entry)));
        return id;
    }

    Grant grant(Terms terms, Grant.State state) {
        return new Grant(
                new GrantId(UUID.randomUUID()),
                actor.id(),
                request.id(),
                bram,
                terms,
                request.purpose(),
                NINE,
                CalendarDays.endOf(terms.until()),
                state,
                NINE,
                Optional.empty());
    }

    void line(LedgerEvent.Kind kind, Optional<Party> by, LedgerEvent.Outcome outcome, Optional<GrantId> grant) {
        lines.addFirst(new LedgerLine(
                UUID.randomUUID(),
                lines.size() + 1,
                NINE,
                kind,
                by,
                by.isEmpty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(Section.GEZONDHEID),
                grant.map(_ -> Grondslag.TOESTEMMING),
                Optional.empty(),
                grant,
                outcome,
                Map.of()));
    }

    /** One professional gave another a task by law. */
    void task(Party from, Party to) {
        lines.addFirst(new LedgerLine(
                UUID.randomUUID(),
                lines.size() + 1,
                NINE,
                LedgerEvent.Kind.ASSIGNED,
                Optional.of(from),
                false,
                Optional.empty(),
                Optional.of(to),
                Set.of(Section.GEZONDHEID),
                Optional.of(Grondslag.WETTELIJKE_TAAK),
                Optional.of("Wmo 2.3.2"),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                Map.of()));
    }

    /** Another resident named something of this one. */
    void attempt() {
        lines.addFirst(new LedgerLine(
                UUID.randomUUID(),
                lines.size() + 1,
                NINE,
                LedgerEvent.Kind.READ,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LedgerEvent.Outcome.REFUSED,
                Map.of("reason", "NOT_THE_RESIDENT")));
    }

    private DossierView view(Collection<Section> sections, Optional<String> name) {
        var views = sections.stream()
                .sorted()
                .map(section -> new DossierView.SectionView(
                        section,
                        new Decision.Permitted(
                                Grondslag.TOESTEMMING, Optional.empty(), Optional.empty(), NINE.plusSeconds(86_400)),
                        Set.of(Right.READ),
                        entries.values().stream()
                                .map(List::getFirst)
                                .filter(entry -> entry.section() == section)
                                .toList(),
                        false))
                .toList();
        return new DossierView(actor.id(), name, views);
    }

    final class Asked {
        public List<AccessRequest> open(Actor.Resident who) {
            return request.state() == AccessRequest.State.AANGEVRAAGD ? List.of(request) : List.of();
        }

        public List<AccessRequest> refused(Actor.Resident who) {
            return request.state() == AccessRequest.State.GEWEIGERD ? List.of(request) : List.of();
        }

        public AccessRequest find(Actor.Resident who, RequestId id) {
            return request;
        }

        public void refuse(Actor.Resident who, RequestId id, ShownText words) {
            request = request(AccessRequest.State.GEWEIGERD);
        }
    }

    final class Giving {
        public Grant give(Actor.Resident who, RequestId id, Terms terms, ShownText text) {
            request = request(AccessRequest.State.GEGEVEN);
            shown = text.text();
            var grant = grant(terms, Grant.State.ACTIEF);
            given.add(grant);
            return grant;
        }

        public List<Grant> of(Actor.Resident who) {
            return List.copyOf(given);
        }

        public Grant find(Actor.Resident who, GrantId id) {
            return given.stream()
                    .filter(grant -> grant.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        public void stop(Actor.Resident who, GrantId id, ShownText words) {
            given.replaceAll(grant -> grant.id().equals(id)
                    ? new Grant(
                            id,
                            grant.resident(),
                            grant.request(),
                            grant.to(),
                            grant.terms(),
                            grant.purpose(),
                            grant.from(),
                            grant.until(),
                            Grant.State.INGETROKKEN,
                            NINE,
                            Optional.empty())
                    : grant);
        }

        public ConsentRecord record(Actor.Resident who, GrantId id) {
            return new ConsentRecord(
                    id.value(),
                    NINE,
                    ConsentRecord.What.CONSENT_GIVEN,
                    Optional.of(id),
                    new ShownText(shown, java.util.Locale.of("nl")),
                    "{}",
                    "abc123",
                    Optional.of(new byte[1]));
        }

        public List<ConsentRecord> records(Actor.Resident who, RequestId request) {
            return given.stream().map(grant -> record(who, grant.id())).toList();
        }
    }

    final class ByLaw {
        public List<CaseAssignment> of(Actor.Resident who) {
            return List.of();
        }
    }

    final class Log {
        public Ledger.Page read(Actor.Resident who, Ledger.Filter filter) {
            return new Ledger.Page(
                    lines.stream()
                            .filter(line -> filter.before()
                                    .filter(before -> line.sequence() >= before)
                                    .isEmpty())
                            .toList(),
                    Optional.empty());
        }
    }

    /** One resident's drafts. */
    final class Typing implements Drafts {

        final Map<DraftId, Draft> kept = new LinkedHashMap<>();
        boolean broken;

        Draft left(String form, Optional<Integer> basedOn, Map<String, String> fields) {
            return keep(
                    actor,
                    Draft.begun(new DraftId(UUID.randomUUID()), new FormKey(form), "mijn/dossier/nieuw", basedOn)
                            .with(fields));
        }

        @Override
        public List<Draft> of(Actor.Resident who, FormKey form) {
            return kept.values().stream()
                    .filter(draft -> draft.form().equals(form))
                    .toList();
        }

        @Override
        public List<Draft> newest(Actor.Resident who, int most) {
            return kept.values().stream().limit(most).toList();
        }

        @Override
        public Draft keep(Actor.Resident who, Draft draft) {
            if (broken) {
                throw new IllegalStateException("the database is away");
            }
            var known = Optional.ofNullable(kept.get(draft.id()))
                    .map(Draft::version)
                    .orElse(0);
            if (known != draft.version()) {
                throw new DraftRefused(DraftRefused.Reason.KEPT_ELSEWHERE);
            }
            kept.put(
                    draft.id(),
                    new Draft(
                            draft.id(), draft.form(), draft.page(), draft.fields(), draft.basedOn(), known + 1, NINE));
            return kept.get(draft.id());
        }

        @Override
        public void discard(Actor.Resident who, DraftId id) {
            kept.remove(id);
        }

        @Override
        public int sweep() {
            return 0;
        }
    }

    final class Persons {
        public Optional<PersonsRegister.Person> find(Bsn bsn) {
            return Optional.of(new PersonsRegister.Person(
                    "Fatima el Amrani", LocalDate.of(1956, 3, 14), List.of(), addressSecret, Optional.empty()));
        }
    }

    final class Register {
        public Optional<Bsn> bsnOf(ResidentId who) {
            return Optional.of(Bsn.of("999940004"));
        }

        public Residents.Profile profile(Actor.Resident who) {
            return new Residents.Profile("Fatima el Amrani", LocalDate.of(1956, 3, 14), Optional.empty());
        }
    }

    final class Codes {
        public ShareCodes.ShareCode current(Actor.Resident who) {
            return new ShareCodes.ShareCode("7KQ4-M2XP", NINE.plusSeconds(3600));
        }
    }

    final class Reading {
        public DossierView open(Actor who, ResidentId resident) {
            return view(List.of(Section.values()), Optional.empty());
        }

        public DossierView preview(Actor.Resident who, RequestId id, Terms terms) {
            previewed.add(terms);
            return view(terms.sections(), Optional.of("Fatima el Amrani"));
        }

        public Entry add(Actor who, ResidentId resident, EntryId id, NewEntry entry) {
            entries.putIfAbsent(
                    id, new ArrayList<>(List.of(entry(id, entry.section(), entry.title(), entry.text(), 1))));
            return entries.get(id).getFirst();
        }

        public Entry edit(Actor who, ResidentId resident, EntryId id, int version, NewEntry entry) {
            var now = entries.get(id).getFirst();
            if (now.version() != version) {
                throw new EntryChanged(now);
            }
            var next = entry(id, entry.section(), entry.title(), entry.text(), version + 1);
            entries.get(id).addFirst(next);
            return next;
        }

        public List<Entry> versions(Actor who, ResidentId resident, EntryId id) {
            if (!entries.containsKey(id)) {
                throw new AccessRefused(Decision.Reason.NO_GROUND);
            }
            return List.copyOf(entries.get(id));
        }

        public Dossiers.Timeline timeline(Actor.Resident who, Optional<EntryId> after, int size) {
            return new Dossiers.Timeline(
                    entries.values().stream().map(List::getFirst).limit(size).toList(), false);
        }
    }
}
