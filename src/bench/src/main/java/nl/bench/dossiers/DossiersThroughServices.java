package nl.bench.dossiers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.NewEntry;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.ShareCodes;

/** As residents and programs do it themselves: a login, entries, a code, a question, a yes. */
final class DossiersThroughServices {

    private static final Section SECTION = Section.WONEN;

    private final Order order;
    private final MadeUpLogins logins;
    private final Asking asking;
    private final Residents residents;
    private final Dossiers dossiers;
    private final ShareCodes codes;
    private final AccessRequests requests;
    private final Grants grants;
    private final Clock clock;

    DossiersThroughServices(
            Order order,
            MadeUpLogins logins,
            Asking asking,
            Residents residents,
            Dossiers dossiers,
            ShareCodes codes,
            AccessRequests requests,
            Grants grants,
            Clock clock) {
        this.order = order;
        this.logins = logins;
        this.asking = asking;
        this.residents = residents;
        this.dossiers = dossiers;
        this.codes = codes;
        this.requests = requests;
        this.grants = grants;
        this.clock = clock;
    }

    List<Opening> make() {
        var made = new ArrayList<Opening>();
        for (var person = 0; person < order.dossiers(); person++) {
            made.add(make(person));
        }
        return made;
    }

    private Opening make(int person) {
        var today = CalendarDays.dayOf(clock.instant());
        var assertion = logins.of(person);
        var profile = new Residents.Profile("Proefpersoon " + person, LocalDate.of(1970, 1, 1), Optional.empty());
        var id = residents.signedIn(MadeUpLogins.number(person), profile, assertion);
        var resident = new Actor.Resident(id, AssuranceLevel.SUBSTANTIEEL, clock.instant(), assertion);

        var entries = new ArrayList<UUID>();
        for (var entry = 0; entry < order.entries(); entry++) {
            var written = UuidV7.at(clock.instant());
            dossiers.add(
                    resident,
                    id,
                    new EntryId(written),
                    new NewEntry(SECTION, "Proef " + entry, Opening.text(written, order.letters()), today));
            entries.add(written);
        }
        var program = person % order.programs() + 1;
        var asked = asking.ask(program, codes.current(resident).text(), SECTION, today.plusMonths(6));
        var grant = grants.give(
                resident,
                asked,
                requests.find(resident, asked).terms(),
                new ShownText("Ja, dit programma mag lezen over wonen.", Locale.forLanguageTag("nl")));
        return new Opening(program, grant.id().value(), entries);
    }
}
