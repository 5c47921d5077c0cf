package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Somebody has the addresses, links and requests of another person, or of the other face, and tries them all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherFaceIT {

    private static final String SECRET = "Alleen voor mijn ogen " + UUID.randomUUID();

    private final List<Request> requests = new ArrayList<>();
    private Resident owner;
    private Resident stranger;
    private Professional holder;
    private Professional outsider;
    private String dossierAddress;

    @BeforeAll
    void oneOwnsOneHoldsAndTwoHaveNothing() {
        owner = Resident.at(Window.DESKTOP);
        owner.page.onRequest(requests::add);
        owner.signIn("P15");
        holder = Professional.at(Window.DESKTOP).signIn("P12");
        stranger = Resident.at(Window.DESKTOP).signIn("P04");
        outsider = Professional.at(Window.DESKTOP).signIn("P13");
        owner.write("netwerk", "Mijn zus", SECRET);
        owner.addFile("netwerk", "Foto van mijn zus", "zus.txt", SECRET.getBytes(StandardCharsets.UTF_8));
        holder.ask(owner.shareCode(), "netwerk");
        owner.share(holder, "netwerk");
        holder.openDossierOf(owner);
        holder.waitForText("entry-text", SECRET);
        dossierAddress = holder.arrivedAt("/werkplek/dossiers/");
    }

    @AfterAll
    void everybodyLeaves() {
        for (var person : List.of(owner, stranger, holder, outsider)) {
            person.close();
        }
    }

    @Test
    void aProfessionalWithoutGroundSeesWhatSomebodySeesWhoMadeAnAddressUp() {
        var forbidden = pageText(outsider, dossierAddress);
        var made = dossierAddress.replaceAll("[0-9a-f]{12}(?=/|$)", "0123456789ab");
        assertThat(made).isNotEqualTo(dossierAddress);

        assertThat(forbidden).isNotBlank().doesNotContain("zus").isEqualTo(pageText(outsider, made));
        assertThat(awaitAttempt("[data-refused]:has-text('" + outsider.name() + "')"))
                .isNotBlank();
    }

    @Test
    void aResidentWithTheAddressOfAnothersEntrySeesNothingAndIsInTheLogOfThatOtherWithoutAName() {
        owner.open("Mijn zus");
        var address = owner.arrivedAt("/mijn/dossier/bericht/");
        var made = address.replaceAll("[0-9a-f]{12}(?=/|$)", "0123456789ab");
        assertThat(made).isNotEqualTo(address);

        assertThat(pageText(stranger, address)).doesNotContain("zus").isEqualTo(pageText(stranger, made));

        assertThat(awaitAttempt("[data-refused][data-own]")).isNotBlank().doesNotContain(stranger.name());
    }

    @Test
    void aProfessionalNeverOpensTheirOwnDossierAndReadsTheAttemptInTheirOwnLog() {
        try (var worker = Professional.at(Window.DESKTOP).signIn("P11");
                var atHome = Resident.at(Window.DESKTOP).signIn("P11")) {
            worker.find(atHome.shareCode());
            worker.waitFor("own-dossier");
            assertThat(worker.sees("request-send")).isFalse();

            atHome.goTo("/mijn/logboek");
            atHome.waitForText("log-line", worker.name());
        }
    }

    @Test
    void noAddressOfTheOwnerShowsAnythingToSomebodyElse() {
        for (var address : addressesOfTheOwner()) {
            for (var somebody : List.of(stranger, outsider)) {
                var answer = somebody.page.context().request().get(somebody.face + address);
                assertThat(text(answer)).as(address).doesNotContain(SECRET).doesNotContain("Mijn zus");
            }
        }
    }

    @Test
    void noDownloadLinkWorksInAnotherSessionOrWithoutOne() {
        var links = owner.addressesOfFile("Foto van mijn zus");
        assertThat(links).isNotEmpty();
        try (var passerBy = Resident.at(Window.DESKTOP)) {
            for (var link : links) {
                assertThat(text(owner.page.context().request().get(link)))
                        .as("for the owner")
                        .isNotBlank();
                for (var somebody : List.of(stranger, holder, outsider, passerBy)) {
                    var answer = somebody.page.context().request().get(link.replace(owner.face, somebody.face));
                    assertThat(text(answer)).as(link).doesNotContain(SECRET);
                    assertThat(answer.headers()).doesNotContainKey("content-disposition");
                }
            }
        }
    }

    @Test
    void noRequestOfTheOwnerDoesAnythingWhenSomebodyElseSendsIt() {
        owner.goTo("/mijn/dossier");
        var before = owner.readEverything();
        var replayable = requests.stream()
                .filter(request ->
                        request.method().equals("POST") && request.url().startsWith(owner.face))
                .toList();
        assertThat(replayable).hasSizeGreaterThan(3);
        try (var passerBy = Resident.at(Window.DESKTOP)) {
            for (var somebody : List.of(stranger, outsider, passerBy)) {
                for (var request : replayable) {
                    var answer = replay(request, somebody);
                    assertThat(text(answer))
                            .as(request.url())
                            .doesNotContain(SECRET)
                            .doesNotContain("Mijn zus");
                }
            }
        }
        stranger.goTo("/mijn/dossier");
        assertThat(stranger.readEverything()).noneMatch(text -> text.contains(SECRET));
        owner.goTo("/mijn/dossier");
        assertThat(owner.readEverything()).isEqualTo(before);
    }

    @Test
    void neitherFaceHasThePagesOfTheOther() {
        for (var path : List.of("/werkplek", "/werkplek/dossiers", "/werkplek/verzoeken", dossierAddress)) {
            assertThat(pageText(owner, path)).as(path).isEqualTo(pageText(owner, "/bestaat-niet"));
        }
        for (var path : List.of("/mijn", "/mijn/dossier", "/mijn/toegang", "/mijn/logboek")) {
            assertThat(pageText(holder, path)).as(path).isEqualTo(pageText(holder, "/bestaat-niet"));
        }
    }

    @Test
    void theCookieOfOneFaceOpensNothingOnTheOther() {
        var cookies = owner.page.context().cookies(owner.face);
        assertThat(cookies).isNotEmpty();
        try (var passerBy = Professional.at(Window.DESKTOP)) {
            passerBy.page
                    .context()
                    .addCookies(cookies.stream()
                            .filter(cookie -> cookie.httpOnly)
                            .map(cookie -> new com.microsoft.playwright.options.Cookie(
                                            cookie.name.replace("VE_INWONER", "VE_WERKPLEK"), cookie.value)
                                    .setUrl(passerBy.face))
                            .toList());
            passerBy.goTo("/werkplek/dossiers");
            passerBy.page.waitForURL(url -> !Person.pathOf(url).equals("/werkplek/dossiers"));
            assertThat(passerBy.sees("dossier-row")).isFalse();
        }
    }

    /** Attempts are written right after the answer, so that the answer does not tell by its time what exists. */
    private String awaitAttempt(String selector) {
        var line = owner.page.locator("[data-testid=log-line]" + selector);
        for (int look = 0; look < 10; look++) {
            owner.goTo("/mijn/logboek");
            owner.waitFor("log-line");
            if (line.count() > 0) {
                return line.first().innerText();
            }
        }
        throw new AssertionError("the attempt is not in the log of the owner");
    }

    private static String pageText(Person person, String path) {
        person.type(path);
        person.seen(person.page.locator("h1"));
        return person.page.locator("main").innerText();
    }

    private List<String> addressesOfTheOwner() {
        return requests.stream()
                .filter(request ->
                        request.method().equals("GET") && request.url().startsWith(owner.face))
                .map(request -> request.url().substring(owner.face.length()))
                .filter(address -> !address.matches(".*\\.(js|css|woff2?|svg|png|ico)(\\?.*)?"))
                .filter(address -> !address.contains("oauth2") && !address.contains("logout"))
                .distinct()
                .toList();
    }

    private static APIResponse replay(Request request, Person somebody) {
        var options = RequestOptions.create().setMethod("POST").setMaxRedirects(0);
        request.headers().forEach((name, value) -> {
            if (!List.of("cookie", "host", "content-length", "origin", "referer")
                            .contains(name)
                    && !name.startsWith(":")) {
                options.setHeader(name, value);
            }
        });
        if (request.postDataBuffer() != null) {
            options.setData(request.postDataBuffer());
        }
        return somebody.page
                .context()
                .request()
                .fetch(
                        somebody.face + request.url().substring(request.url().indexOf('/', "http://".length())),
                        options);
    }

    private static String text(APIResponse answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
