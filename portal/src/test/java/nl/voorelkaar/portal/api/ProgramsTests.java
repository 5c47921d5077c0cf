package nl.voorelkaar.portal.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayInputStream;
import java.text.ParseException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Assertion;
import nl.voorelkaar.consent.AssuranceLevel;
import nl.voorelkaar.consent.CalendarDays;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.RequestId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.consent.ShownText;
import nl.voorelkaar.dossier.Documents;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.EntryId;
import nl.voorelkaar.dossier.NewEntry;
import nl.voorelkaar.dossier.ShareCodes;
import nl.voorelkaar.dossier.vault.SubjectBinding;
import nl.voorelkaar.portal.access.Browser;
import nl.voorelkaar.portal.access.House;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Programs of others at both faces as they run: real tokens, real keys, a real database. */
class ProgramsTests {

    /** A resident whom no other test needs. */
    private static final String RESIDENT = "P10";

    private static final House HOUSE = House.running();
    private static final Contract WORKSPACE = new Contract(Program.document(HOUSE.workspaceFace()));
    private static final Contract OWN = new Contract(Program.document(HOUSE.residentFace()));

    private final Tokens tokens = new Tokens(HOUSE);

    @Test
    void theMainJobGoesOverTheInterface() throws Exception {
        var els = resident();
        var mine = new Program(HOUSE.residentFace(), els.assertion().idToken(), OWN);
        var diary = HOUSE.resident
                .getBean(Dossiers.class)
                .add(els, els.id(), newId(), new NewEntry(Section.WONEN, "Mijn huis", "De trap is steil.", today()));
        var program = program("zorgplan");

        var asked = program.post("/api/v1/vragen", question(code(els), "WONEN"), "Idempotency-Key", "vraag-1")
                .is(201);
        assertThat(program.get("/api/v1/vragen/" + asked.text("id")).text("toestand"))
                .isEqualTo("AANGEVRAAGD");
        var opened = says(els, asked.text("id"));
        assertThat(program.get("/api/v1/vragen")
                        .body()
                        .get("vragen")
                        .get(0)
                        .get("toestand")
                        .asString())
                .isEqualTo("GEGEVEN");

        var opening = program.get("/api/v1/toegang")
                .body()
                .get("toegang")
                .valueStream()
                .filter(one -> one.get("id").asString().equals(opened))
                .findFirst()
                .orElseThrow();
        assertThat(opening.get("grondslag").asString()).isEqualTo("TOESTEMMING");
        assertThat(opening.get("vraag").asString()).isEqualTo(asked.text("id"));
        assertThat(opening.get("onderdelen").toString()).isEqualTo("[\"WONEN\"]");

        var feed = "/api/v1/toegang/" + opened + "/wijzigingen";
        var begin = program.get(feed).is(200);
        assertThat(begin.body().get("wijzigingen").isEmpty()).isTrue();
        var place = "/api/v1/toegang/" + opened + "/gegevens";
        var read = program.get(place).is(200).body().get("gegevens");
        assertThat(read.get(0).get("tekst").asString()).isEqualTo("De trap is steil.");
        var one = program.get(place + "/" + diary.id()).is(200);
        assertThat(program.get(
                                place + "/" + diary.id(),
                                "If-None-Match",
                                one.tag().orElseThrow())
                        .status())
                .isEqualTo(304);

        var added = program.post(place, item("Huisbezoek", "Traplift nodig."), "Idempotency-Key", "bezoek-7")
                .is(201);
        assertThat(added.text("geschrevenDoor")).isEqualTo("ZorgPlan (computerprogramma)");
        program.put(
                        place + "/" + added.text("id"),
                        item("Huisbezoek", "Traplift besteld."),
                        "If-Match",
                        added.tag().orElseThrow())
                .is(200);
        program.put(place + "/" + added.text("id"), item("Huisbezoek", "Te laat."), "If-Match", "\"1\"")
                .is(412);

        assertThat(program.get(feed + "?na=" + begin.text("volgende"))
                        .is(200)
                        .body()
                        .get("wijzigingen")
                        .valueStream()
                        .filter(change -> change.get("gegeven").asString().equals(added.text("id")))
                        .map(change -> change.get("soort").asString() + " " + change.get("versie")))
                .containsExactlyInAnyOrder("ADDED 1", "EDITED 2");

        assertThat(mine.get("/api/v1/mijn/gegevens")
                        .body()
                        .get("gegevens")
                        .valueStream()
                        .map(item -> item.get("tekst").asString()))
                .contains("De trap is steil.", "Traplift besteld.");
        mine.get("/api/v1/mijn/gegevens/" + diary.id()).is(200);
        assertThat(mine.get("/api/v1/mijn/toestemmingen").body().toString()).contains("ZorgPlan", opened);
        assertThat(mine.get("/api/v1/mijn/logboek").body().toString()).contains("ZorgPlan", "READ", "ADDED");

        HOUSE.resident.getBean(Grants.class).stop(els, new GrantId(UUID.fromString(opened)), said("Wilt u stoppen?"));
        program.get(place).is(404);
        program.get(place + "/" + diary.id()).is(404);
        program.get(feed + "?na=" + begin.text("volgende")).is(404);
        program.post(place, item("Te laat", "Dit komt er niet in."), "Idempotency-Key", "bezoek-8")
                .is(404);
        assertThat(program.get("/api/v1/toegang").body().toString()).doesNotContain(opened);
        assertThat(program("buurman").get(place).is(404).text("code")).isEqualTo("not-available");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(HOUSE.resident
                                .getBean(Ledger.class)
                                .read(els, Ledger.Filter.newest(50))
                                .lines())
                        .filteredOn(line -> line.outcome() == LedgerEvent.Outcome.REFUSED)
                        .as(
                                "one of the program that was stopped, one of the other: more in ten minutes are the same attempt")
                        .hasSize(2));
    }

    @Test
    void aRepeatedRequestIsDoneOnce() throws Exception {
        var els = resident();
        var program = program("zorgplan");
        var question = question(code(els), "WERK");
        var first = program.post("/api/v1/vragen", question, "Idempotency-Key", "tweemaal");
        assertThat(program.post("/api/v1/vragen", question, "Idempotency-Key", "tweemaal")
                        .is(201)
                        .text("id"))
                .isEqualTo(first.text("id"));
        program.post("/api/v1/vragen", question(code(els), "GELD"), "Idempotency-Key", "tweemaal")
                .is(422);

        var place = "/api/v1/toegang/" + says(els, first.text("id")) + "/gegevens";
        var visit = item("Werk", "Begint maandag.").replace("WONEN", "WERK");
        for (var turn = 0; turn < 3; turn++) {
            program.post(place, visit, "Idempotency-Key", "werk").is(201);
        }
        program.post(place, visit.replace("maandag", "dinsdag"), "Idempotency-Key", "werk")
                .is(422);
        program.post(place, visit, "Idempotency-Key", "nog een").is(201);
        program.post(place, visit).is(400);

        var seen = new HashSet<String>();
        var next = "";
        do {
            var page = program.get(place + "?aantal=1" + next).is(200).body();
            assertThat(page.get("gegevens").size()).isEqualTo(1);
            assertThat(seen.add(page.get("gegevens").get(0).get("id").asString()))
                    .isTrue();
            next = page.has("volgende") ? "&na=" + page.get("volgende").asString() : "";
        } while (!next.isEmpty());
        assertThat(seen).hasSize(2);
        program.get(place + "?onderdeel=GELD").is(404);
        program.delete("/api/v1/vragen/" + first.text("id")).is(409);
        var other = program.post("/api/v1/vragen", question(code(els), "GEZIN"), "Idempotency-Key", "bedacht");
        program.delete("/api/v1/vragen/" + other.text("id")).is(204);
        program.delete("/api/v1/vragen/" + UUID.randomUUID()).is(404);
    }

    @Test
    void aFileComesWholeOrInParts() throws Exception {
        var els = resident();
        var letter = HOUSE.resident
                .getBean(Documents.class)
                .add(
                        els,
                        els.id(),
                        newId(),
                        new NewEntry(Section.GEZIN, "Brief", "", today()),
                        "brief.txt",
                        new ByteArrayInputStream("Beste Els, tot maandag.".getBytes(UTF_8)));
        var program = program("zorgplan");
        var asked = program.post("/api/v1/vragen", question(code(els), "GEZIN"), "Idempotency-Key", "brief");
        var place = "/api/v1/toegang/" + says(els, asked.text("id")) + "/gegevens";
        var file = place + "/" + letter.id() + "/bestand";

        assertThat(program.get(place + "/" + letter.id())
                        .body()
                        .get("bestand")
                        .get("grootte")
                        .asInt())
                .isEqualTo(23);
        assertThat(program.get(file).is(200).body().asString()).isEqualTo("Beste Els, tot maandag.");
        assertThat(program.get(file, "Range", "bytes=6-8").is(206).body().asString())
                .isEqualTo("Els");
        assertThat(program.get(file, "Range", "bytes=-7").is(206).body().asString())
                .isEqualTo("aandag.");
        assertThat(program.get(file, "Range", "bytes=15-999").is(206).body().asString())
                .isEqualTo("maandag.");
        assertThat(program.get(file, "Range", "regels=1-2").is(200).body().asString())
                .endsWith("maandag.");
        assertThat(program.get(file, "Range", "bytes=23-").is(416).text("code")).isEqualTo("range");
        var without = program.post(
                place, item("Gezin", "Geen bestand.").replace("WONEN", "GEZIN"), "Idempotency-Key", "zonder");
        assertThat(program.get(place + "/" + without.text("id") + "/bestand")
                        .is(404)
                        .text("code"))
                .isEqualTo("no-file");
        assertThat(new Program(HOUSE.residentFace(), els.assertion().idToken(), OWN)
                        .get("/api/v1/mijn/gegevens/" + letter.id() + "/bestand")
                        .is(200)
                        .body()
                        .asString())
                .startsWith("Beste Els");
        program("buurman").get(file).is(404);
    }

    @Test
    void aPersonIsTheSameOneThroughAProgramAndOnTheScreens() throws Exception {
        var token = tokens.of(HOUSE.standIn.staffIssuer(), "zorgplan", "P13", "substantieel");
        new Program(HOUSE.workspaceFace(), token, WORKSPACE)
                .get("/api/v1/toegang")
                .is(200);
        var screens = new Browser(HOUSE.workspaceFace());
        screens.signIn("/oauth2/authorization/medewerker", "P13", "substantieel");
        var party = PartyId.ofLogin(
                HOUSE.standIn.staffIssuer(),
                SignedJWT.parse(token).getJWTClaimsSet().getSubject());
        assertThat(HOUSE.workspace.getBean(Parties.class).find(Set.of(party)).get(party))
                .extracting(Party::name, Party::role)
                .containsExactly("Dilara Kaya", Role.AANB);
    }

    @Test
    void nobodyComesInWithAnythingElseThanATokenForThisFace() throws Exception {
        var staff = HOUSE.standIn.staffIssuer();
        var tooLow = tokens.of(staff, "zorgplan", "P13", "midden");
        var ofTheOtherFace = tokens.of(HOUSE.standIn.residentIssuer(), "kluis", RESIDENT, "substantieel");
        var whoDecides = tokens.of("beslisser");
        var edited = tokens.of("zorgplan").replaceFirst("\\.[^.]{8}", ".AAAAAAAA");
        for (var token : List.of(tooLow, ofTheOtherFace, whoDecides, edited, "geen-token", "")) {
            var answer = new Program(HOUSE.workspaceFace(), token, WORKSPACE)
                    .raw("GET", "/api/v1/toegang", Optional.empty());
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
        var own = program("zorgplan");
        own.get("/api/v1/toegang").is(200);
        HOUSE.advance(Duration.ofMinutes(6));
        own.get("/api/v1/toegang").is(401);

        var key = new ECKeyGenerator(Curve.P_256).keyID("programma").generate();
        assertThat(tokens.token("zorgplan", key, Map.of("grant_type", "client_credentials"))
                        .get("error")
                        .asString())
                .isEqualTo("invalid_client");
        var signedIn = new Browser(HOUSE.workspaceFace());
        signedIn.signIn("/oauth2/authorization/medewerker", "P13", "substantieel");
        assertThat(signedIn.get("/api/v1/toegang").statusCode())
                .as("a session of the screens is no token")
                .isEqualTo(401);
    }

    @Test
    void noRequestHoweverOddBreaksAnything() {
        var odd = new Odd(new java.util.Random(20261005));
        // Not the program of the other tests: codes that are wrong use up its turns.
        var workspace = program("buurman");
        var own = new Program(HOUSE.residentFace(), resident().assertion().idToken(), OWN);
        for (var turn = 0; turn < 300; turn++) {
            var request = odd.request();
            var answer = (turn % 4 == 0 ? own : workspace)
                    .raw(request.method(), request.path(), request.body(), request.headers());
            assertThat(answer.statusCode()).as("%s: %s", request, answer.body()).isLessThan(500);
            assertThat(answer.headers().firstValue("Set-Cookie"))
                    .as("%s", request)
                    .isEmpty();
        }
    }

    @AfterAll
    static void everythingInTheDocumentWasMet() {
        assertThat(WORKSPACE.met()).isEqualTo(WORKSPACE.promised());
        assertThat(OWN.met()).isEqualTo(OWN.promised());
    }

    private Program program(String name) {
        return new Program(HOUSE.workspaceFace(), tokens.of(name), WORKSPACE);
    }

    /** Signed in just now, by a program of her own choice. */
    private Actor.Resident resident() {
        var token = tokens.of(HOUSE.standIn.residentIssuer(), "kluis", RESIDENT, "substantieel");
        new Program(HOUSE.residentFace(), token, OWN)
                .get("/api/v1/mijn/gegevens")
                .is(200);
        try {
            var subject = SignedJWT.parse(token).getJWTClaimsSet().getSubject();
            var id = HOUSE.resident
                    .getBean(SubjectBinding.class)
                    .residentOf(HOUSE.standIn.residentIssuer(), subject)
                    .orElseThrow();
            return new Actor.Resident(
                    id, AssuranceLevel.SUBSTANTIEEL, HOUSE.clock().instant(), new Assertion(token));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String code(Actor.Resident resident) {
        return HOUSE.resident.getBean(ShareCodes.class).current(resident).text();
    }

    /** @return the id of the grant */
    private static String says(Actor.Resident yes, String question) {
        var id = new RequestId(UUID.fromString(question));
        var asked = HOUSE.resident.getBean(AccessRequests.class).find(yes, id);
        return HOUSE.resident
                .getBean(Grants.class)
                .give(yes, id, asked.terms(), said("Mag dit gelezen worden?"))
                .id()
                .toString();
    }

    private static String question(String code, String section) {
        return """
                {"inwoner": {"code": "%s"}, "onderdelen": ["%s"], "toevoegen": true, "tot": "%s",
                 "doel": "Wij regelen hulp in huis voor u.", "bijNee": "Dan vragen wij het u steeds zelf."}
                """.formatted(code, section, today().plusDays(30));
    }

    private static String item(String title, String text) {
        return """
                {"onderdeel": "WONEN", "titel": "%s", "tekst": "%s", "datum": "%s"}
                """.formatted(title, text, today());
    }

    private static ShownText said(String text) {
        return new ShownText(text, Locale.of("nl"));
    }

    private static LocalDate today() {
        return CalendarDays.dayOf(HOUSE.clock().instant());
    }

    private static EntryId newId() {
        return new EntryId(UUID.randomUUID());
    }
}
