package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Three residents save, give and stop, all at the same moment, and as soon as some of it stands on a screen the whole
 * environment is killed: both faces, the launcher with its stand-ins, and the database server with all its processes.
 * What the screens said is the account that the restarted environment is held against.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(Product.OF_ITS_OWN)
@Order(Product.EARLY)
class CrashIT {

    private static final String END = "Einde van de tekst.";
    private static final String SECTION = "geld";
    private static final int TABS = 2;

    /** Of all that is clicked at once, so much is done when the power goes. */
    private static final int SOME = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Product product = Product.ofItsOwn();

    /** Pages with a click that is about to come, and what shows on them when it was done. */
    private final Map<Page, Done> burst = new LinkedHashMap<>();

    private final Map<String, List<String>> acknowledged = new LinkedHashMap<>();
    private final Map<String, List<String>> begun = new LinkedHashMap<>();
    private boolean receiptShown;
    private boolean stopShown;

    private Resident keeper;
    private Resident giver;
    private Resident stopper;
    private Professional professional;

    private record Done(String click, Supplier<Locator> shown, Runnable acknowledge) {}

    @BeforeAll
    void everythingIsKilledInTheMiddleOfABurst() throws InterruptedException {
        peopleSignIn();
        shareWithTheProfessional(keeper);
        shareWithTheProfessional(stopper);
        professional.ask(giver.shareCode(), SECTION);
        for (var resident : residents()) {
            resident.write(SECTION, title(resident, "vooraf"), text("vooraf"));
            acknowledged(resident, title(resident, "vooraf"));
        }

        giver.review(professional);
        giver.narrowTo(SECTION);
        giver.click("grant-check");
        giver.waitFor("grant-confirm");
        var confirming = giver.page;
        burst.put(
                confirming,
                new Done("grant-confirm", () -> confirming.getByTestId("grant-receipt"), () -> receiptShown = true));
        stopper.goTo("/mijn/toegang");
        stopper.clickIn("grant", professional.name(), "grant-stop");
        stopper.waitFor("grant-stop-confirm");
        var stopping = stopper.page;
        burst.put(
                stopping,
                new Done("grant-stop-confirm", () -> stopping.getByTestId("grant-stopped"), () -> stopShown = true));
        residents().forEach(this::writeInTabs);

        burst.forEach((page, done) -> page.getByTestId(done.click).first().evaluate("button => button.click()"));
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (shown().size() < SOME) {
            assertThat(System.nanoTime()).as("time to do some of it").isLessThan(deadline);
        }
        product.kill();

        shown().forEach(done -> done.acknowledge.run());
        leave();
        product.startAgain();
        peopleSignIn();
    }

    @AfterAll
    void leave() {
        residents().forEach(Person::close);
        professional.close();
    }

    @Test
    void everyEntryThatStoodOnAScreenIsThereAndNoneIsHalfOrTwice() {
        for (var resident : residents()) {
            var found = resident.readEverything();
            for (var title : acknowledged.get(resident.name())) {
                assertThat(found).as("acknowledged").anyMatch(entry -> entry.contains(title));
            }
            for (var title : begun.get(resident.name())) {
                var these =
                        found.stream().filter(entry -> entry.contains(title)).toList();
                assertThat(these).as(title).hasSizeLessThan(2).allMatch(entry -> entry.contains(END));
            }
        }
    }

    @Test
    void aRequestIsStillOpenOrAnsweredAndAnAnswerHasItsReceiptAndItsKeys() {
        var live = giver.liveGrantsOf(professional);
        var open = giver.items("access-request", professional.name()).count();

        assertThat(live + open).as("open or answered").isEqualTo(1);
        if (receiptShown) {
            assertThat(live).as("what the receipt said").isEqualTo(1);
        }
        assertOpens(giver, live);
    }

    @Test
    void aGrantIsStoppedOrNotAndWhatAScreenCalledStoppedOpensNothing() {
        var live = stopper.liveGrantsOf(professional);

        assertThat(live).isLessThan(2);
        if (stopShown) {
            assertThat(live).as("what the page said").isZero();
        }
        assertOpens(stopper, live);
    }

    @Test
    void aGrantOfBeforeIsReadAsBefore() {
        assertThat(keeper.liveGrantsOf(professional)).isEqualTo(1);
        assertOpens(keeper, 1);
    }

    /** Every live grant has its receipt, and its keys open the entries; without one there is nothing to open. */
    private void assertOpens(Resident resident, int live) {
        if (live == 1) {
            resident.clickIn("grant", professional.name(), "grant-proof");
            resident.waitFor("grant-receipt");
            professional.openDossierOf(resident);
            professional.waitForText("entry", title(resident, "vooraf"));
            assertThat(professional.everythingSent()).contains(END);
        } else {
            professional.goTo("/werkplek/dossiers");
            professional.waitFor("sign-out");
            assertThat(professional.items("dossier-row", resident.name()).count())
                    .isZero();
        }
    }

    private List<Done> shown() {
        return burst.values().stream()
                .filter(done -> done.shown.get().first().isVisible())
                .toList();
    }

    private void peopleSignIn() {
        keeper = Resident.of(product, Window.DESKTOP).signIn("P07");
        giver = Resident.of(product, Window.DESKTOP).signIn("P02");
        stopper = Resident.of(product, Window.DESKTOP).signIn("P08");
        professional = Professional.of(product, Window.DESKTOP).signIn("P12");
    }

    private List<Resident> residents() {
        return List.of(keeper, giver, stopper);
    }

    private void shareWithTheProfessional(Resident resident) {
        professional.ask(resident.shareCode(), SECTION);
        resident.share(professional, SECTION);
    }

    private void writeInTabs(Resident resident) {
        for (int tab = 0; tab < TABS; tab++) {
            var title = title(resident, "tegelijk " + tab);
            begun.computeIfAbsent(resident.name(), name -> new ArrayList<>()).add(title);
            resident.sitDownAt(resident.page.context().newPage());
            resident.beginEntry(SECTION, title, text(title));
            var page = resident.page;
            page.keyboard().press("Tab");
            burst.put(
                    page,
                    new Done(
                            "entry-save",
                            () -> page.getByTestId("entry").filter(new Locator.FilterOptions().setHasText(title)),
                            () -> acknowledged(resident, title)));
        }
    }

    private void acknowledged(Resident resident, String title) {
        acknowledged.computeIfAbsent(resident.name(), name -> new ArrayList<>()).add(title);
    }

    private static String title(Resident resident, String when) {
        return "Rekening van " + resident.name().split(" ")[0] + ", " + when;
    }

    private static String text(String about) {
        return "Over " + about + " " + UUID.randomUUID() + ". " + "En wat ik ervan vind. ".repeat(100) + END;
    }
}
