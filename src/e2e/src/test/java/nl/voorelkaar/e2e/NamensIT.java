package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Golden scenarios S2, S7, S8 and S10 (DOMAIN §9), two tabs in two capacities at once, and the way out for who is not alone. S9
 * is in {@link OtherFaceIT}, S12 in {@link DecisionIT}. In an environment whose clock moves.
 */
@ResourceLock(Product.OF_ITS_OWN)
@Order(Product.FIRST)
class NamensIT {

    private static final String CHILD = "999940053";
    private static final String WHY_I_LOOK = "Ik ga met dit gezin in gesprek over hulp.";

    private final Product product = Product.ofItsOwn();

    @Test
    void s2ASonActsForTwoPeopleInTwoTabsSignsForNeitherAndIsGoneAtOnce() {
        try (var son = Resident.of(product, Window.DESKTOP).signIn("P02")) {
            son.goTo("/namens");
            son.clickIn("acting-for-person", Personas.name("P01"), "acting-for-choose");
            son.waitForText("acting-for", Personas.name("P01"));
            var mother = Person.pathOf(son.page.url());
            var other = son.openAnotherTab("/namens");
            other.getByTestId("acting-for-person")
                    .filter(new Locator.FilterOptions().setHasText(Personas.name("E1")))
                    .getByTestId("acting-for-choose")
                    .click();
            var band =
                    other.getByTestId("acting-for").filter(new Locator.FilterOptions().setHasText(Personas.name("E1")));
            band.waitFor();

            son.goTo(mother + "/plan/ondertekenen");
            son.waitFor("acting-refused");
            assertThat(son.text("acting-for")).contains(Personas.name("P01")).doesNotContain(Personas.name("E1"));
            other.reload();
            band.waitFor();

            for (int times = 0; times < 3; times++) {
                other.keyboard().press("Escape");
            }
            other.waitForURL(product.local + "/weer");
            son.page.waitForURL(product.local + "/weer");
            son.goTo("/namens");
            son.page.waitForURL(url -> url.startsWith(product.local));
        }
    }

    @Test
    void s8ParentsDifferSoNobodyReadsAndS7AtMidnightTheirOpenPageCloses() {
        product.setClock(product.now().substring(0, 10) + "T23:40:00" + product.offset());
        try (var desk = Professional.of(product, Window.DESKTOP).signIn("S1");
                var worker = Professional.of(product, Window.DESKTOP).signIn("P12");
                var mother = Resident.of(product, Window.DESKTOP);
                var father = Resident.of(product, Window.PHONE)) {
            desk.goTo("/werkplek/melden/namens");
            look(desk);
            desk.fill("represent-name", Personas.name("P05"));
            desk.fill("represent-born", desk.today().plusDays(1).minusYears(16).toString());
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
            look(worker);
            worker.request(Professional.PURPOSE, worker.today().plusMonths(3), "verhaal");

            answers(mother.signIn("P07"), "answer-yes");
            answers(father.signIn("P08"), "answer-no");

            worker.goTo("/werkplek/verzoeken");
            worker.waitFor("disagreement");
            var capacity = Person.pathOf(mother.page.url()).replace("/vragen", "");
            mother.goTo(capacity + "/plan");
            mother.waitFor("acting-for");
            assertThat(mother.sees("acting-over")).isFalse();

            product.setClock(desk.today().plusDays(1) + "T00:00:01" + product.offset());

            mother.waitFor("acting-over", Duration.ofSeconds(60));
        }
    }

    private static void look(Professional who) {
        who.fill("find-bsn", CHILD);
        who.fill("find-reason", WHY_I_LOOK);
        who.click("find-submit");
    }

    private static void answers(Resident parent, String answer) {
        parent.goTo("/namens");
        parent.clickIn("acting-for-person", Personas.name("P05"), "acting-for-choose");
        parent.waitForText("acting-for", Personas.name("P05"));
        parent.goTo(Person.pathOf(parent.page.url()) + "/vragen");
        parent.click(answer);
        parent.waitFor("answer-outcome");
    }

    @Test
    void s10TheGlassIsBrokenAtNightReviewedByThePrivacyOfficerAndReadByTheResident() {
        product.setClock(product.now().substring(0, 10) + "T23:50:00" + product.offset());
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

            resident.goTo("/mijn/nood");
            resident.waitForText("emergency", "De inwoner was alleen");
        }
    }
}
