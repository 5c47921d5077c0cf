package nl.voorelkaar.portal.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.GrantId;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Ledger;
import nl.voorelkaar.consent.LedgerEvent;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.consent.Party;
import nl.voorelkaar.consent.PartyId;
import nl.voorelkaar.consent.Role;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.Documents;
import nl.voorelkaar.dossier.NewEntry;
import nl.voorelkaar.portal.access.Browser;
import nl.voorelkaar.portal.access.House;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Programs of others at both faces as they run: real tokens, real keys, a real database. */
class ProgramsTests {

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    /** Within ten minutes attempts by the same one are one line. */
    private static final Duration ONE_ATTEMPT = Duration.ofMinutes(11);

    private static final House HOUSE = House.running();
    private static final Contract WORKSPACE = new Contract(Program.document(HOUSE.workspaceFace()));
    private static final Contract OWN = new Contract(Program.document(HOUSE.residentFace()));

    private final Tokens tokens = new Tokens(HOUSE);
    private final Giver giver = new Giver(HOUSE, tokens, OWN);

    @Test
    void theMainJobGoesOverTheInterface() throws Exception {
        HOUSE.advance(ONE_ATTEMPT);
        var els = giver.signedIn();
        var mine = new Program(HOUSE.residentFace(), els.assertion().idToken(), OWN);
        var diary = giver.writes(els, Section.WONEN, "Mijn huis", "De trap is steil.");
        var program = program("zorgplan");
        var refusedBefore = refusals(els);

        var asked = program.post("/api/v1/vragen", question(giver.code(els), "WONEN"), "Idempotency-Key", "vraag-1")
                .is(201);
        assertThat(program.get("/api/v1/vragen/" + asked.text("id")).text("toestand"))
                .isEqualTo("AANGEVRAAGD");
        var opened = giver.saysYes(els, asked.text("id"));
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
        var one = program.get(place + "/" + diary).is(200);
        assertThat(program.get(place + "/" + diary, "If-None-Match", one.tag().orElseThrow())
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
        mine.get("/api/v1/mijn/gegevens/" + diary).is(200);
        assertThat(mine.get("/api/v1/mijn/toestemmingen").body().toString()).contains("ZorgPlan", opened);
        assertThat(mine.get("/api/v1/mijn/logboek").body().toString()).contains("ZorgPlan", "READ", "ADDED");

        giver.stops(els, opened);
        program.get(place).is(404);
        program.get(place + "/" + diary).is(404);
        program.get(feed + "?na=" + begin.text("volgende")).is(404);
        program.post(place, item("Te laat", "Dit komt er niet in."), "Idempotency-Key", "bezoek-8")
                .is(404);
        assertThat(program.get("/api/v1/toegang").body().toString()).doesNotContain(opened);
        assertThat(program("buurman").get(place).is(404).text("code")).isEqualTo("not-available");
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(refusals(els))
                        .as("one of the program that was stopped, one of the other: more in ten minutes are the same")
                        .isEqualTo(refusedBefore + 2));
    }

    @Test
    void aRepeatedRequestIsDoneOnce() throws Exception {
        var els = giver.signedIn();
        var program = program("zorgplan");
        var question = question(giver.code(els), "WERK");
        var first = program.post("/api/v1/vragen", question, "Idempotency-Key", "tweemaal");
        assertThat(program.post("/api/v1/vragen", question, "Idempotency-Key", "tweemaal")
                        .is(201)
                        .text("id"))
                .isEqualTo(first.text("id"));
        program.post("/api/v1/vragen", question(giver.code(els), "GELD"), "Idempotency-Key", "tweemaal")
                .is(422);

        var place = "/api/v1/toegang/" + giver.saysYes(els, first.text("id")) + "/gegevens";
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
        var other = program.post("/api/v1/vragen", question(giver.code(els), "GEZIN"), "Idempotency-Key", "bedacht");
        program.delete("/api/v1/vragen/" + other.text("id")).is(204);
        program.delete("/api/v1/vragen/" + UUID.randomUUID()).is(404);
    }

    @Test
    void aFileComesWholeOrInParts() throws Exception {
        var els = giver.signedIn();
        var letter = HOUSE.resident
                .getBean(Documents.class)
                .add(
                        els,
                        els.id(),
                        Giver.newId(),
                        new NewEntry(Section.GEZIN, "Brief", "", giver.today()),
                        "brief.txt",
                        new ByteArrayInputStream("Beste Els, tot maandag.".getBytes(UTF_8)));
        var program = program("zorgplan");
        var asked = program.post("/api/v1/vragen", question(giver.code(els), "GEZIN"), "Idempotency-Key", "brief");
        var place = "/api/v1/toegang/" + giver.saysYes(els, asked.text("id")) + "/gegevens";
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
        var ofTheOtherFace = tokens.of(HOUSE.standIn.residentIssuer(), "kluis", "P10", "substantieel");
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
    void aProgramIsToldWhatHappensToWhatItHoldsAndNothingElse() throws Exception {
        var els = giver.signedIn();
        var grants = HOUSE.resident.getBean(Grants.class);
        var program = program("zorgplan");
        try (var ear = new Ear()) {
            program.get("/api/v1/webhook").is(404);
            for (var wrong :
                    List.of("", "ftp://voorbeeld.example", "http://voorbeeld.example/#a", "http://a:b@c.example")) {
                program.put("/api/v1/webhook", hook(wrong)).is(400);
            }
            var set = program.put("/api/v1/webhook", hook(ear.address())).is(200);
            assertThat(program.put("/api/v1/webhook", hook(ear.address()))
                            .is(200)
                            .text("sinds"))
                    .isEqualTo(set.text("sinds"));

            var asked = program.post("/api/v1/vragen", question(giver.code(els), "VERHAAL"), "Idempotency-Key", "haak");
            var opening = giver.saysYes(els, asked.text("id"));
            giver.writes(els, Section.VERHAAL, "Iets", "Iets nieuws.");
            giver.writes(els, Section.GELD, "Iets", "Iets nieuws.");
            program.post(
                            "/api/v1/toegang/" + opening + "/gegevens",
                            item("Verhaal", "Zelf geschreven.").replace("WONEN", "VERHAAL"),
                            "Idempotency-Key",
                            "eigen")
                    .is(201);
            await().atMost(A_WHILE)
                    .untilAsserted(() -> assertThat(ear.said())
                            .containsExactlyInAnyOrder(
                                    "vraag.beantwoord " + asked.text("id"),
                                    "toegang.begonnen " + opening,
                                    "gegevens.gewijzigd " + opening));

            var grant = new GrantId(UUID.fromString(opening));
            grants.pause(els, grant, Giver.said("Even niet?"));
            giver.writes(els, Section.VERHAAL, "Iets", "Iets nieuws.");
            grants.resume(els, grant, Giver.said("Weer wel?"));
            giver.stops(els, opening);
            giver.writes(els, Section.VERHAAL, "Iets", "Iets nieuws.");
            var refused = program.post(
                    "/api/v1/vragen", another(giver.code(els), "NETWERK", "vervoer"), "Idempotency-Key", "haak-2");
            giver.saysNo(els, refused.text("id"));
            await().atMost(A_WHILE)
                    .untilAsserted(() -> assertThat(ear.said().stream().skip(3))
                            .as("of what was stopped nothing after that, nor that something changed meanwhile")
                            .containsExactly(
                                    "toegang.gepauzeerd " + opening,
                                    "toegang.hervat " + opening,
                                    "toegang.geeindigd " + opening,
                                    "vraag.beantwoord " + refused.text("id")));

            for (var heard : ear.heard()) {
                heard.isSignedWith(set.text("sleutel"));
                WORKSPACE.hear(heard.message());
                assertThat(heard.request()).isEqualTo("POST /haak?van=ons");
                assertThat(new String(heard.body(), UTF_8))
                        .doesNotContain(els.id().toString());
            }
            assertThat(ear.heard()).extracting(Ear.Heard::id).doesNotHaveDuplicates();
            var state = program.get("/api/v1/webhook").is(200);
            assertThat(state.body().get("wachtend").asInt()).isZero();
            assertThat(state.body().has("laatstAangenomen")).isTrue();
            program.delete("/api/v1/webhook").is(204);
            program.delete("/api/v1/webhook").is(204);
            program.get("/api/v1/webhook").is(404);
        }
        var person = tokens.of(HOUSE.standIn.staffIssuer(), "zorgplan", "P13", "substantieel");
        new Program(HOUSE.workspaceFace(), person, WORKSPACE)
                .put("/api/v1/webhook", hook("http://voorbeeld.example/"))
                .is(404);
    }

    @Test
    void anAddressThatFailsIsTriedAgainAndDelaysNobodyElse() throws Exception {
        var els = giver.signedIn();
        var hangs = new CountDownLatch(1);
        try (var slow = new Ear();
                var failing = new Ear()) {
            slow.answers(() -> {
                hangs.await();
                return 204;
            });
            failing.answers(() -> 500);
            for (var one : Map.of("buurman", slow, "zorgplan", failing).entrySet()) {
                var program = program(one.getKey());
                program.put("/api/v1/webhook", hook(one.getValue().address())).is(200);
                var asked = program.post(
                        "/api/v1/vragen", another(giver.code(els), "GELD", "een uitje"), "Idempotency-Key", "hangt");
                giver.saysNo(els, asked.text("id"));
            }
            await().atMost(A_WHILE).untilAsserted(() -> {
                assertThat(slow.heard()).hasSize(1);
                assertThat(program("zorgplan").get("/api/v1/webhook").is(200).text("misluktDoor"))
                        .isEqualTo("NIET_AANGENOMEN");
            });
            failing.answers(() -> 200);
            HOUSE.advance(Duration.ofMinutes(1));
            await().atMost(A_WHILE)
                    .untilAsserted(() -> assertThat(failing.heard()).hasSize(2));
            assertThat(failing.heard())
                    .extracting(Ear.Heard::id)
                    .containsOnly(failing.heard().getFirst().id());
            hangs.countDown();

            failing.answers(() -> 410);
            var program = program("zorgplan");
            var asked = program.post("/api/v1/vragen", question(giver.code(els), "VERHAAL"), "Idempotency-Key", "weg");
            giver.stops(els, giver.saysYes(els, asked.text("id")));
            await().atMost(A_WHILE).untilAsserted(() -> {
                var state = program.get("/api/v1/webhook").is(200).body();
                assertThat(state.has("gestoptOp")).isTrue();
                assertThat(state.get("wachtend").asInt()).isZero();
            });
            program("buurman").delete("/api/v1/webhook").is(204);
            program.delete("/api/v1/webhook").is(204);
        }
    }

    /**
     * What is not theirs is not there, for each operation that names something; and whose it is reads of the attempt.
     */
    @Test
    void nothingOpensWhatAGrantDoesNotCoverAndEachAttemptIsInTheLog() throws Exception {
        var els = giver.signedIn();
        var elsewhere = giver.writes(els, Section.GELD, "Iets", "Iets nieuws.");
        var program = program("zorgplan");
        var asked =
                program.post("/api/v1/vragen", question(giver.code(els), "GEZONDHEID"), "Idempotency-Key", "gedekt");
        var opening = giver.saysYes(els, asked.text("id"));
        var covered = giver.writes(els, Section.GEZONDHEID, "Iets", "Iets nieuws.");

        for (var operation : WORKSPACE.operations().toList()) {
            if (operation.path().contains("{")) {
                var path = operation.path().replace("{toegang}", opening).replace("{vraag}", asked.text("id"));
                HOUSE.advance(ONE_ATTEMPT);
                isRefusedAndWritten(
                        els, program("buurman"), operation, path.replace("{gegeven}", covered.toString()), 1);
            }
            if (operation.path().contains("{gegeven}")) {
                var path = operation.path().replace("{toegang}", opening).replace("{gegeven}", elsewhere.toString());
                // What was asked is one, and that its id is of somebody is another.
                isRefusedAndWritten(els, program("zorgplan"), operation, path, 2);
            }
        }
        var place = "/api/v1/toegang/" + opening + "/gegevens";
        isRefusedAndWritten(
                els, program("zorgplan"), new Contract.Operation("GET", "", ""), place + "?onderdeel=GELD", 1);
        isRefusedAndWritten(els, program("zorgplan"), new Contract.Operation("POST", "", ""), place, 1);
    }

    private void isRefusedAndWritten(
            Actor.Resident whose, Program program, Contract.Operation operation, String path, int lines) {
        var before = refusals(whose);
        var withBody = Set.of("POST", "PUT").contains(operation.method());
        var body = withBody
                ? Optional.of(item("Elders", "Niet van mij.").replace("WONEN", "GELD"))
                : Optional.<String>empty();
        var answer = program.raw(
                operation.method(),
                path,
                body,
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "If-Match",
                "\"1\"");
        assertThat(answer.statusCode()).as("%s %s", operation, answer.body()).isEqualTo(404);
        assertThat(program.check(operation.method(), path, answer).get("code").asString())
                .isEqualTo("not-available");
        await().atMost(A_WHILE)
                .untilAsserted(
                        () -> assertThat(refusals(whose)).as("%s", operation).isEqualTo(before + lines));
    }

    private static long refusals(Actor.Resident whose) {
        return HOUSE.resident.getBean(Ledger.class).read(whose, Ledger.Filter.newest(200)).lines().stream()
                .filter(line -> line.outcome() == LedgerEvent.Outcome.REFUSED)
                .count();
    }

    /** RFC 9728: from an answer that nobody is known, to whose tokens are wanted. */
    @Test
    void whoKnowsNothingFindsOutWhereTokensComeFrom() throws Exception {
        for (var face : Map.of(
                        HOUSE.workspaceFace(),
                        HOUSE.standIn.staffIssuer(),
                        HOUSE.residentFace(),
                        HOUSE.standIn.residentIssuer())
                .entrySet()) {
            var challenge = new Program(face.getKey(), "geen-token", WORKSPACE)
                    .raw("GET", "/api/v1/toegang", Optional.empty())
                    .headers()
                    .firstValue("WWW-Authenticate")
                    .orElseThrow();
            var path = "/.well-known/oauth-protected-resource";
            assertThat(challenge).contains("resource_metadata=\"" + face.getKey() + path + "/api/v1\"");
            for (var place : List.of(path, path + "/api/v1")) {
                var said = JsonMapper.shared()
                        .readTree(new Browser(face.getKey()).get(place).body());
                assertThat(said.get("resource").asString()).isEqualTo(face.getKey() + "/api/v1");
                assertThat(said.get("authorization_servers").toString()).isEqualTo("[\"" + face.getValue() + "\"]");
                assertThat(said.get("bearer_methods_supported").toString()).isEqualTo("[\"header\"]");
            }
            assertThat(new Browser(face.getKey()).get(path + "/elders").statusCode())
                    .isEqualTo(404);
        }
    }

    /** Made before they are sent, so that the same two thousand are sent each time. */
    @Test
    void noRequestHoweverOddBreaksAnything() throws Exception {
        // Not the program of the other tests: codes that are wrong use up its turns.
        var workspace = program("buurman");
        var own = new Program(HOUSE.residentFace(), giver.signedIn().assertion().idToken(), OWN);
        var toWorkspace = new Odd(Program.document(HOUSE.workspaceFace()), new Random(20261005));
        var toOwn = new Odd(Program.document(HOUSE.residentFace()), new Random(20261006));
        try (var senders = Executors.newFixedThreadPool(8)) {
            var sent = new ArrayList<Future<?>>();
            for (var turn = 0; turn < 2_000; turn++) {
                var request = (turn % 4 == 0 ? toOwn : toWorkspace).request();
                var program = turn % 4 == 0 ? own : workspace;
                sent.add(senders.submit(() -> isWithstood(program, request)));
            }
            for (var one : sent) {
                one.get();
            }
        }
    }

    private static void isWithstood(Program program, Odd.Request request) {
        var answer = program.raw(request.method(), request.path(), request.body(), request.headers());
        assertThat(answer.statusCode()).as("%s: %s", request, answer.body()).isLessThan(500);
        assertThat(answer.headers().firstValue("Set-Cookie")).as("%s", request).isEmpty();
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")) {
            program.checkIfKnown(request.method(), request.path(), answer);
        }
    }

    @AfterAll
    static void everythingInTheDocumentWasMet() {
        assertThat(WORKSPACE.met()).isEqualTo(WORKSPACE.promised());
        assertThat(OWN.met()).isEqualTo(OWN.promised());
        assertThat(WORKSPACE.heard()).isEqualTo(WORKSPACE.announced());
    }

    private Program program(String name) {
        return new Program(HOUSE.workspaceFace(), tokens.of(name), WORKSPACE);
    }

    private String question(String code, String section) {
        return """
                {"inwoner": {"code": "%s"}, "onderdelen": ["%s"], "toevoegen": true, "tot": "%s",
                 "doel": "Wij regelen hulp in huis voor u.", "bijNee": "Dan vragen wij het u steeds zelf."}
                """.formatted(code, section, giver.today().plusDays(30));
    }

    /** With a section and a purpose of its own, so that a no to it stands in the way of no other. */
    private String another(String code, String section, String purpose) {
        return question(code, section).replace("hulp in huis", purpose);
    }

    private String item(String title, String text) {
        return """
                {"onderdeel": "WONEN", "titel": "%s", "tekst": "%s", "datum": "%s"}
                """.formatted(title, text, giver.today());
    }

    private static String hook(String address) {
        return """
                {"adres": "%s"}
                """.formatted(address);
    }
}
