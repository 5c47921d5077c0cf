package nl.voorelkaar.portal.api;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.NewEntry;
import nl.voorelkaar.dossier.ShareCodes;
import nl.voorelkaar.dossier.vault.SubjectBinding;
import nl.voorelkaar.portal.access.House;

/** A resident who decides what programs may do. */
final class Giver {

    /** Whom no other test needs. */
    private static final String PERSONA = "P10";

    private final House house;
    private final Tokens tokens;
    private final Contract contract;

    /** @param contract of the resident face */
    Giver(House house, Tokens tokens, Contract contract) {
        this.house = house;
        this.tokens = tokens;
        this.contract = contract;
    }

    /** Signed in just now, by a program of her own choice. */
    Actor.Resident signedIn() {
        var token = tokens.of(house.standIn.residentIssuer(), "kluis", PERSONA, "substantieel");
        new Program(house.residentFace(), token, contract)
                .get("/api/v1/mijn/gegevens")
                .is(200);
        try {
            var subject = SignedJWT.parse(token).getJWTClaimsSet().getSubject();
            var id = house.resident
                    .getBean(SubjectBinding.class)
                    .residentOf(house.standIn.residentIssuer(), subject)
                    .orElseThrow();
            return new Actor.Resident(
                    id, AssuranceLevel.SUBSTANTIEEL, house.clock().instant(), new Assertion(token));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    String code(Actor.Resident resident) {
        return house.resident.getBean(ShareCodes.class).current(resident).text();
    }

    /** @return the id of the grant */
    String saysYes(Actor.Resident resident, String question) {
        var id = new RequestId(UUID.fromString(question));
        var asked = house.resident.getBean(AccessRequests.class).find(resident, id);
        return house.resident
                .getBean(Grants.class)
                .give(resident, id, asked.terms(), said("Mag dit gelezen worden?"))
                .id()
                .toString();
    }

    void saysNo(Actor.Resident resident, String question) {
        house.resident
                .getBean(AccessRequests.class)
                .refuse(resident, new RequestId(UUID.fromString(question)), said("Liever niet?"));
    }

    void stops(Actor.Resident resident, String opening) {
        house.resident
                .getBean(Grants.class)
                .stop(resident, new GrantId(UUID.fromString(opening)), said("Wilt u stoppen?"));
    }

    EntryId writes(Actor.Resident resident, Section section, String title, String text) {
        return house.resident
                .getBean(Dossiers.class)
                .add(resident, resident.id(), newId(), new NewEntry(section, title, text, today()))
                .id();
    }

    LocalDate today() {
        return CalendarDays.dayOf(house.clock().instant());
    }

    static EntryId newId() {
        return new EntryId(UUID.randomUUID());
    }

    static ShownText said(String text) {
        return new ShownText(text, Locale.of("nl"));
    }
}
