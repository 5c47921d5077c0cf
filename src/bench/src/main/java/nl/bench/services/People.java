package nl.bench.services;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.Grant;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.NewRequest;
import nl.voorelkaar.consent.OrganisationId;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Purpose;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.consent.Terms;
import nl.voorelkaar.dossier.Bsn;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.vault.GranteeKeys;

/** Who sign in, ask and say yes, through the services. */
public final class People {

    public static final Section SECTION = Section.VERHAAL;
    public static final ShownText SHOWN = new ShownText("Mag dit gelezen worden?", Locale.of("nl"));
    private static final OrganisationId ORGANISATION = new OrganisationId("wij-voorbeeldstad");
    private static final AssuranceLevel LEVEL = AssuranceLevel.SUBSTANTIEEL;
    /** Numbers that begin so belong to nobody. */
    private static final int FIRST_BSN = 999_900_000;

    private final Installation installation;
    private final Node resident;
    private final Node workspace;
    private int tried = FIRST_BSN;

    public People(Installation installation, Node resident, Node workspace) {
        this.installation = installation;
        this.resident = resident;
        this.workspace = workspace;
    }

    public Actor.Resident resident() {
        var bsn = bsn();
        var now = installation.clock().instant();
        var assertion = new Assertion(installation.digid().sign("resident-" + tried, LEVEL.acr(), now));
        var profile = new Residents.Profile("Inwoner " + tried, LocalDate.of(1956, 3, 14), Optional.empty());
        var id = resident.bean(Residents.class).signedIn(bsn, profile, assertion);
        return new Actor.Resident(id, LEVEL, now, assertion);
    }

    private Bsn bsn() {
        while (true) {
            try {
                return Bsn.of(String.valueOf(tried++));
            } catch (IllegalArgumentException e) {
                // Ten in eleven numbers are no BSN.
            }
        }
    }

    public Actor.Professional professional() {
        var subject = "staff-" + UUID.randomUUID();
        var id = PartyId.ofLogin(installation.staff().address(), subject);
        var now = installation.clock().instant();
        var actor = new Actor.Professional(
                id,
                Role.GSP,
                ORGANISATION,
                Optional.empty(),
                LEVEL,
                now,
                new Assertion(installation.staff().sign(subject, LEVEL.acr(), now)));
        workspace
                .bean(Parties.class)
                .signedIn(new Party(id, "Medewerker", Role.GSP, ORGANISATION, "WIJ Voorbeeldstad", Optional.empty()));
        workspace.bean(GranteeKeys.class).ensure(actor);
        return actor;
    }

    /** Asked and given: to read one section for a month. */
    public Grant given(Actor.Resident by, Actor.Professional to) {
        var until = CalendarDays.dayOf(installation.clock().instant()).plusDays(30);
        var terms = new Terms(Set.of(SECTION), Set.of(Right.READ), until, false);
        var request = workspace
                .bean(AccessRequests.class)
                .ask(
                        to,
                        new RequestId(UUID.randomUUID()),
                        new NewRequest(
                                by.id(),
                                terms,
                                new Purpose("Ik wil hulp in huis voor u regelen."),
                                new Purpose("Dan vraag ik het u steeds zelf."),
                                Optional.empty()));
        return resident.bean(Grants.class).give(by, request.id(), terms, SHOWN);
    }
}
