package nl.voorelkaar.dossier.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Access;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.ConsentRefused;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.MandateId;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.consent.Zone;
import nl.voorelkaar.dossier.ChangeId;
import nl.voorelkaar.dossier.DossierView;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.Entry;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.NewEntry;
import nl.voorelkaar.dossier.vault.KeyBroker;
import nl.voorelkaar.dossier.vault.SectionKeys;
import org.springframework.stereotype.Component;

@Component
class SealedDossiers implements Dossiers {

    private static final Set<Section> EVERYTHING = Set.copyOf(EnumSet.allOf(Section.class));
    private static final int MOST_VERSIONS = 100;
    private static final int MOST_REMOVED = 100;
    private static final int MOST_FOUND = 100;
    private static final int LARGEST_PAGE = 200;

    /**
     * Longer than any transaction that changes an entry: a change is seen when it is committed, and sorts by when it
     * began.
     */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final KeyBroker broker;
    private final AccessRequests requests;
    private final Ledger ledger;
    private final EntryAccess access;
    private final EntryWriting writing;
    private final EntryRows rows;
    private final EntryChanges changes;
    private final VersionCodec codec;
    private final Projection projection;
    private final Statements statements;
    private final Clock clock;

    SealedDossiers(
            KeyBroker broker,
            AccessRequests requests,
            Ledger ledger,
            EntryAccess access,
            EntryWriting writing,
            EntryRows rows,
            EntryChanges changes,
            VersionCodec codec,
            Projection projection,
            Statements statements,
            Clock clock) {
        this.broker = broker;
        this.requests = requests;
        this.ledger = ledger;
        this.access = access;
        this.writing = writing;
        this.rows = rows;
        this.changes = changes;
        this.codec = codec;
        this.projection = projection;
        this.statements = statements;
        this.clock = clock;
    }

    @Override
    public DossierView open(Actor actor, ResidentId resident) {
        try (var keys = broker.openAny(actor, new Access(resident, EVERYTHING, Access.Action.READ))) {
            return view(actor, resident, keys);
        }
    }

    @Override
    public DossierView open(Actor actor, ResidentId resident, Set<Section> sections) {
        try (var keys = broker.open(actor, new Access(resident, sections, Access.Action.READ))) {
            return view(actor, resident, keys);
        }
    }

    @Override
    public Entry find(Actor actor, ResidentId resident, EntryId id) {
        return access.reading(LedgerEvent.Kind.READ, actor, resident, id, EntryAccess.Opened::entry);
    }

    private DossierView view(Actor actor, ResidentId resident, SectionKeys keys) {
        var grounds = keys.grounds();
        var adding = access.permitted(actor, new Access(resident, grounds.keySet(), Access.Action.ADD));
        var sections = new EnumMap<Section, Projection.Terms>(Section.class);
        grounds.forEach((section, ground) -> sections.put(
                section,
                new Projection.Terms(
                        ground, adding.contains(section) ? EnumSet.allOf(Right.class) : EnumSet.of(Right.READ))));
        return access.read(
                actor,
                resident,
                grounds.keySet(),
                () -> projection.of(resident, keys, sections, Projection.Reader.of(actor)));
    }

    @Override
    public Changes changes(
            Actor actor, ResidentId resident, Set<Section> sections, Optional<ChangeId> after, int size) {
        requirePage(size);
        var reading = new Access(resident, sections, Access.Action.READ);
        var settled = new ChangeId(UuidV7.first(clock.instant().minus(SETTLED)));
        var nothing = new Changes(List.of(), settled, false);
        var allowed = access.permitted(actor, reading).containsAll(sections);
        if (allowed && after.isEmpty()) {
            return nothing;
        }
        var found = allowed
                ? access.read(actor, resident, sections, () -> changes.since(resident, sections, after.get(), size + 1))
                : List.<Change>of();
        if (allowed && found.isEmpty()) {
            return nothing;
        }
        // Writes the line, also of what is refused.
        broker.open(actor, reading).close();
        var page = found.subList(0, Math.min(size, found.size()));
        var more = found.size() > size;
        return new Changes(page, more ? page.getLast().id() : settled, more);
    }

    private static void requirePage(int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + LARGEST_PAGE + " entries");
        }
    }

    @Override
    public DossierView preview(Actor.Resident actor, RequestId request, Terms terms) {
        var asked = requests.find(actor, request);
        if (!terms.within(asked.terms())) {
            throw new ConsentRefused(ConsentRefused.Reason.WIDER_THAN_ASKED);
        }
        // As the grant will say it, but for its id, which is made when the resident says yes.
        var ground = new Decision.Permitted(
                Grondslag.TOESTEMMING, Optional.empty(), Optional.empty(), CalendarDays.endOf(terms.until()));
        var sections = new EnumMap<Section, Projection.Terms>(Section.class);
        terms.sections().forEach(section -> sections.put(section, new Projection.Terms(ground, terms.rights())));
        try (var keys = broker.openForPreview(actor, terms.sections())) {
            access.write(actor, actor.id(), terms.sections(), () -> {
                ledger.append(Lines.done(
                        LedgerEvent.Kind.PREVIEWED, actor, terms.sections(), Map.of("request", request.toString())));
                return true;
            });
            return access.read(
                    actor,
                    actor.id(),
                    terms.sections(),
                    () -> projection.of(actor.id(), keys, sections, Projection.Reader.WHO_MAY));
        }
    }

    @Override
    public DossierView preview(
            Actor.Resident actor, MandateId mandate, Set<Section> parts, boolean adds, LocalDate until) {
        var ground = new Decision.Permitted(
                Grondslag.MACHTIGING, Optional.empty(), Optional.empty(), CalendarDays.endOf(until));
        var sections = new EnumMap<Section, Projection.Terms>(Section.class);
        parts.forEach(section -> sections.put(
                section,
                new Projection.Terms(
                        ground,
                        adds && section.zone() == Zone.MIJN_DEEL
                                ? EnumSet.allOf(Right.class)
                                : EnumSet.of(Right.READ))));
        try (var keys = broker.openForPreview(actor, parts)) {
            access.write(actor, actor.id(), parts, () -> {
                ledger.append(
                        Lines.done(LedgerEvent.Kind.PREVIEWED, actor, parts, Map.of("mandate", mandate.toString())));
                return true;
            });
            return access.read(
                    actor,
                    actor.id(),
                    parts,
                    () -> projection.of(actor.id(), keys, sections, Projection.Reader.WHO_ACTS));
        }
    }

    @Override
    public Entry add(Actor actor, ResidentId resident, EntryId id, NewEntry entry) {
        try {
            return writing.add(actor, resident, id, entry, keys -> Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Entry edit(Actor actor, ResidentId resident, EntryId id, int version, NewEntry entry) {
        return writing.edit(actor, resident, id, version, entry);
    }

    @Override
    public List<Entry> versions(Actor actor, ResidentId resident, EntryId id) {
        var place = access.place(LedgerEvent.Kind.READ, actor, resident, id);
        var own = place.isBy(actor);
        if (place.removed() && !own) {
            throw access.refusal(LedgerEvent.Kind.READ, actor, resident, Set.of(place.section()));
        }
        var most = own || actor instanceof Actor.Resident ? MOST_VERSIONS : 1;
        var readable = access.readable(actor, resident);
        var stored = access.read(actor, resident, readable, () -> rows.versions(resident, id, readable, most));
        var sections = EnumSet.of(place.section());
        stored.forEach(version -> sections.add(version.section()));
        try (var keys = broker.open(actor, new Access(resident, sections, Access.Action.READ))) {
            var opened =
                    stored.stream().map(version -> codec.open(keys, version)).toList();
            return access.read(actor, resident, sections, () -> statements.beside(resident, keys, opened));
        }
    }

    @Override
    public Entry restore(Actor actor, ResidentId resident, EntryId id, int version) {
        var all = versions(actor, resident, id);
        var earlier = all.stream()
                .filter(entry -> entry.version() == version)
                .findFirst()
                .orElseThrow(() -> access.refusal(LedgerEvent.Kind.RESTORED, actor, resident, Set.of()));
        // An earlier text under the mark of now: bringing it back shows nobody more than before.
        return writing.restore(
                actor,
                resident,
                id,
                new NewEntry(
                        earlier.section(),
                        earlier.title(),
                        earlier.text(),
                        earlier.date(),
                        all.getFirst().apart()));
    }

    @Override
    public void remove(Actor actor, ResidentId resident, EntryId id) {
        writing.remove(actor, resident, id);
    }

    @Override
    public Entry undoRemove(Actor actor, ResidentId resident, EntryId id) {
        return writing.undoRemove(actor, resident, id);
    }

    @Override
    public List<Entry> removed(Actor.Resident actor) {
        try (var keys = broker.open(actor, new Access(actor.id(), EVERYTHING, Access.Action.READ))) {
            var since = clock.instant().minus(EntryWriting.UNDO);
            return access
                    .read(
                            actor,
                            actor.id(),
                            EVERYTHING,
                            () -> rows.removedByResident(actor.id(), EVERYTHING, since, MOST_REMOVED))
                    .stream()
                    .map(stored -> codec.open(keys, stored))
                    .toList();
        }
    }

    @Override
    public List<Entry> search(Actor.Resident actor, String words) {
        var wanted = Words.of(words);
        try (var keys = broker.open(actor, new Access(actor.id(), EVERYTHING, Access.Action.READ))) {
            return access.write(actor, actor.id(), EVERYTHING, () -> {
                var found = new ArrayList<Entry>();
                if (!wanted.none()) {
                    rows.eachBody(actor.id(), EVERYTHING, stored -> {
                        if (found.size() < MOST_FOUND) {
                            var entry = codec.open(keys, stored);
                            if (wanted.in(entry)) {
                                found.add(entry);
                            }
                        }
                    });
                }
                ledger.append(Lines.done(
                        LedgerEvent.Kind.SEARCHED, actor, EVERYTHING, Map.of("found", String.valueOf(found.size()))));
                found.sort(Comparator.comparing(Entry::date)
                        .thenComparing(Entry::createdAt)
                        .reversed());
                return statements.beside(actor.id(), keys, found);
            });
        }
    }

    @Override
    public Timeline timeline(Actor.Resident actor, Optional<EntryId> after, int size) {
        return page(actor, actor.id(), EVERYTHING, after, size);
    }

    @Override
    public Timeline page(Actor actor, ResidentId resident, Set<Section> sections, Optional<EntryId> after, int size) {
        requirePage(size);
        var reader = Projection.Reader.of(actor);
        try (var keys = broker.open(actor, new Access(resident, sections, Access.Action.READ))) {
            return access.read(actor, resident, sections, () -> {
                var order = projection.allInOrder(resident, keys, sections);
                var from = after.map(id -> placeAfter(order, id)).orElse(0);
                var rest = order.subList(from, order.size()).stream()
                        .filter(heading -> !heading.removed() && reader.sees(heading))
                        .limit(size + 1L)
                        .toList();
                var page = rest.subList(0, Math.min(size, rest.size()));
                return new Timeline(projection.open(resident, keys, page), rest.size() > size);
            });
        }
    }

    private static int placeAfter(List<Projection.Heading> order, EntryId id) {
        for (int place = 0; place < order.size(); place++) {
            if (order.get(place).id().equals(id)) {
                return place + 1;
            }
        }
        return order.size();
    }
}
