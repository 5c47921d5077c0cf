package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Golden scenarios S2, S7, S8 and S10 (DOMAIN §9), and two tabs with two capacities at once, in an environment whose
 * clock moves. S9 is in {@link OtherFaceIT}, S12 in {@link DecisionIT}.
 */
@ResourceLock(Product.OF_ITS_OWN)
@Order(Product.EARLY)
class NamensIT {

    private static final String CHILD = "999940053";
    private static final String WHY_I_LOOK = "Ik ga met dit gezin in gesprek over hulp.";

    private final Product product = Product.ofItsOwn();

    /** They mandate a carer by two people, and are made by the clock that is about to move. */
    @BeforeEach
    void afterTheExamples() {
        product.awaitExamples();
    }

    @Test
    void s2ASonActsForTwoPeopleInTwoTabsAndSignsForNeither() {
        try (var son = Resident.of(product, Window.DESKTOP).signIn("P02")) {
            var mother = chooses(son, "P01");
            var other = son.openAnotherTab("/namens");
            other.getByTestId("acting-for-person")
                    .filter(named("E1"))
                    .getByTestId("acting-for-choose")
                    .click();
            band(other, "E1").waitFor();

            son.goTo(mother + "/plan/ondertekenen");
            son.waitFor("acting-refused");
            assertThat(son.text("acting-for")).contains(Personas.name("P01")).doesNotContain(Personas.name("E1"));
            other.reload();
            band(other, "E1").waitFor();
            assertThat(band(other, "P01").count()).isZero();
        }
    }

    /**
     * One of them says no: nobody reads, and a worker talks with them. At midnight their child decides instead of them,
     * a few minutes later by the clock, so that nobody is signed out for having done nothing.
     */
    @Test
    void s8ParentsDifferSoNobodyReadsAndS7AtMidnightTheirOpenPageCloses() {
        setClock(product.today().atTime(23, 52));
        try (var desk = Professional.of(product, Window.DESKTOP).signIn("S1");
                var worker = Professional.of(product, Window.DESKTOP).signIn("P12");
                var mother = Resident.of(product, Window.DESKTOP);
                var father = Resident.of(product, Window.PHONE)) {
            var birthday = desk.today().plusDays(1);
            desk.goTo("/werkplek/melden/namens");
            looks(desk);
            desk.fill("represent-name", Personas.name("P05"));
            desk.fill("represent-born", birthday.minusYears(16).toString());
            desk.check("represent-kind-ouder");
            desk.check("represent-evidence-brp");
            desk.fill("represent-from", desk.today().toString());
            desk.fill("represent-bsn", "999940077");
            desk.fill("represent-speaker", Personas.name("P07"));
            desk.fill("represent-second-bsn", "999940089");
            desk.fill("represent-second", Personas.name("P08"));
            desk.click("represent-send");
            desk.waitFor("represent-receipt");
            worker.goTo("/werkplek");
            looks(worker);
            worker.request(Professional.PURPOSE, worker.today().plusMonths(3), "verhaal");

            var hers = answers(mother.signIn("P07"), "answer-yes");
            answers(father.signIn("P08"), "answer-no");

            worker.goTo("/werkplek/verzoeken");
            worker.waitFor("disagreement");
            mother.goTo(hers + "/plan");
            mother.seen(mother.page.locator("h1"));
            assertThat(mother.sees("acting-over")).isFalse();

            setClock(birthday.atTime(0, 0, 1));

            mother.waitFor("acting-over", Professional.CLOSES_WITHIN);
        }
    }

    @Test
    void s10TheGlassIsBrokenAtNightReviewedByThePrivacyOfficerAndReadByTheResident() {
        setClock(product.today().atTime(23, 50));
        try (var worker = Professional.of(product, Window.DESKTOP).signIn("P12");
                var officer = Professional.of(product, Window.DESKTOP).signIn("P16");
                var resident = Resident.of(product, Window.PHONE).signIn("P04")) {
            worker.breakTheGlass("999940041");
            resident.goTo("/mijn/nood");
            resident.waitForText("emergency", worker.name());
            worker.click("emergency-end");
            worker.waitFor("emergency-over");

            officer.goTo("/werkplek/nood");
            officer.clickIn("emergency", worker.name(), "emergency-review");
            officer.click("emergency-take-up");
            officer.check("emergency-justified");
            officer.fill("emergency-words", "De inwoner was alleen en niet wakker te krijgen.");
            officer.click("emergency-judge");
            officer.waitForText("emergency-facts", "niet wakker te krijgen.");

            resident.goTo("/mijn");
            resident.goTo("/mijn/nood");
            resident.waitForText("emergency", "De inwoner was alleen");
        }
    }

    /** @return where this tab acts for that person */
    private static String chooses(Resident carer, String persona) {
        carer.goTo("/namens");
        carer.clickIn("acting-for-person", Personas.name(persona), "acting-for-choose");
        var there = carer.arrivedAt("/namens/");
        carer.waitForText("acting-for", Personas.name(persona));
        assertThat(carer.page.locator(".ve-menu [aria-current=page]").innerText())
                .isEqualTo("Overzicht");
        return there;
    }

    private static String answers(Resident parent, String answer) {
        var hers = chooses(parent, "P05");
        parent.goTo(hers + "/vragen");
        parent.click(answer);
        parent.waitFor("answer-outcome");
        return hers;
    }

    private static void looks(Professional who) {
        who.fill("find-bsn", CHILD);
        who.fill("find-reason", WHY_I_LOOK);
        who.click("find-submit");
    }

    private static Locator band(Page tab, String persona) {
        return tab.getByTestId("acting-for").filter(named(persona));
    }

    private static Locator.FilterOptions named(String persona) {
        return new Locator.FilterOptions().setHasText(Personas.name(persona));
    }

    private void setClock(LocalDateTime local) {
        product.setClock(
                local.atZone(ZoneId.of("Europe/Amsterdam")).toOffsetDateTime().toString());
    }
}
