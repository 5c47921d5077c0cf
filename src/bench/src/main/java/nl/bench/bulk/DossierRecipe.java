package nl.bench.bulk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.bench.dossiers.Opening;
import nl.bench.services.Node;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Grondslag;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.NewRequest;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.NewEntry;
import nl.voorelkaar.dossier.Residents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One dossier as a resident and those whom the resident lets in make it, by the services of both faces: a login, 25
 * entries of which some are long, three questions answered with yes, and own readings until there are 40 lines in the
 * log.
 */
final class DossierRecipe {

    static final int ENTRIES = 25;
    static final int GRANTS = 3;
    static final int LINES = 40;
    /** For which each yes holds. */
    static final int MONTHS = 6;

    /** Each has these many letters, the others a few hundred. */
    static final int LONG_ENTRIES = 2;

    static final int LONG = 4_096;
    private static final int SHORT = 300;

    private static final Section SECTION = Section.WONEN;
    private static final ShownText SHOWN =
            new ShownText("Ja, dit programma mag lezen over wonen.", Locale.forLanguageTag("nl"));
    private static final Purpose PURPOSE = new Purpose("Meten hoe snel een dossier opengaat.");
    private static final Purpose WHAT_IF_NO = new Purpose("Dan meten wij met een ander dossier.");

    private final Residents residents;
    private final Dossiers dossiers;
    private final Grants grants;
    private final AccessRequests requests;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** Who made what. @param entries the long ones */
    record Made(ResidentId resident, GrantId grant, Actor.Professional to, List<UUID> entries) {}

    DossierRecipe(Node resident, Node workspace, Clock clock) {
        this.residents = resident.bean(Residents.class);
        this.dossiers = resident.bean(Dossiers.class);
        this.grants = resident.bean(Grants.class);
        this.requests = workspace.bean(AccessRequests.class);
        this.ledger = resident.bean(Ledger.class);
        this.transaction = new TransactionTemplate(resident.bean(PlatformTransactionManager.class));
        this.clock = clock;
    }

    /** @param to who ask, {@link #GRANTS} of them */
    Made make(Bsn bsn, Assertion login, List<Actor.Professional> to) {
        var today = CalendarDays.dayOf(clock.instant());
        var profile = new Residents.Profile("Proefpersoon", LocalDate.of(1970, 1, 1), Optional.empty());
        var id = residents.signedIn(bsn, profile, login);
        var resident = new Actor.Resident(id, AssuranceLevel.SUBSTANTIEEL, clock.instant(), login);
        var written = new ArrayList<UUID>();
        for (var entry = 0; entry < ENTRIES; entry++) {
            written.add(write(resident, entry, today));
        }
        var given = to.stream().map(party -> give(resident, party, today)).toList();
        for (var line = ENTRIES + 2 * GRANTS; line < LINES; line++) {
            transaction.executeWithoutResult(status -> ledger.append(readBy(resident)));
        }
        return new Made(id, given.getFirst(), to.getFirst(), written.subList(0, LONG_ENTRIES));
    }

    private UUID write(Actor.Resident resident, int entry, LocalDate today) {
        var id = UuidV7.at(clock.instant());
        var text = Opening.text(id, entry < LONG_ENTRIES ? LONG : SHORT);
        dossiers.add(resident, resident.id(), new EntryId(id), new NewEntry(SECTION, "Proef " + entry, text, today));
        return id;
    }

    private GrantId give(Actor.Resident resident, Actor.Professional to, LocalDate today) {
        var terms = new Terms(Set.of(SECTION), Set.of(Right.READ), today.plusMonths(MONTHS), false);
        var asked = requests.ask(
                to,
                new RequestId(UuidV7.at(clock.instant())),
                new NewRequest(resident.id(), terms, PURPOSE, WHAT_IF_NO, Optional.empty()));
        return grants.give(resident, asked.id(), terms, SHOWN).id();
    }

    private static LedgerEvent readBy(Actor.Resident resident) {
        return new LedgerEvent(
                resident.id(),
                LedgerEvent.Kind.READ,
                Optional.of(resident),
                Set.of(SECTION),
                Optional.of(Grondslag.EIGEN_DOSSIER),
                Optional.empty(),
                Optional.empty(),
                LedgerEvent.Outcome.DONE,
                Map.of());
    }
}
