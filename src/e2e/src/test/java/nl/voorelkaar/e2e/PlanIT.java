package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One plan of two people, on two screens: they write it at the same time, sign it each in their own session, and the
 * resident comes back on it a minute before midnight, or a minute too late.
 */
@ResourceLock(Product.OF_ITS_OWN)
@Order(Product.FIRST)
class PlanIT {

    private static final List<String> PARTS =
            List.of("resultaat", "tijdpad", "individueel", "bijdrage", "taken", "duur");

    private final Product product = Product.ofItsOwn();

    @Test
    void whatOneWritesTheOtherSeesWhileWritingAndNothingTypedGetsLost() {
        try (var fatima = Resident.of(product, Window.PHONE);
                var anouk = Professional.of(product, Window.DESKTOP)) {
            meet(fatima, anouk);
            var own = "Ik wil zelf koken " + UUID.randomUUID();
            write(fatima, "woorden", own);
            waitForPart(anouk, "woorden", own);
            assertThat(anouk.sees("plan-edit-woorden")).isFalse();
            anouk.waitFor("plan-presence");

            fatima.click("plan-edit-tijdpad");
            fatima.fill("plan-text", "Voor de zomer");
            write(anouk, "tijdpad", "Voor de winter");

            fatima.waitForText("plan-theirs", "Voor de winter");
            assertThat(fatima.handle("plan-text").inputValue()).isEqualTo("Voor de zomer");
            fatima.picture("plan-conflict");
            fatima.click("plan-save");
            waitForPart(anouk, "tijdpad", "Voor de zomer");
            assertThat(Accessible.troubles(anouk.page, "nl")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"PHONE, false", "DESKTOP, true"})
    void bothSignAndTheResidentCanComeBackUntilMidnight(Window window, boolean late) {
        var troubles = new ArrayList<String>();
        try (var fatima = Resident.of(product, window);
                var anouk = Professional.of(product, Window.DESKTOP)) {
            meet(fatima, anouk);
            for (var part : PARTS) {
                write(anouk, part, "Over " + part);
            }
            addGoal(fatima);
            troubles.addAll(Accessible.troubles(fatima.page, "nl"));
            fatima.picture("plan-concept");
            anouk.page.reload();
            freeze(anouk);
            anouk.picture("plan-frozen");
            if (late) {
                disagrees(fatima);
                anouk.page.reload();
                begin(anouk);
                freeze(anouk);
            }

            fatima.page.reload();
            fatima.click("plan-sign");
            fatima.waitFor("plan-sign-confirm");
            troubles.addAll(Accessible.troubles(fatima.page, "nl"));
            for (var choice : List.of("apply-now", "apply-after", "apply-not-yet")) {
                assertThat(fatima.handle(choice).isChecked()).as(choice).isFalse();
            }
            fatima.picture("plan-sign");
            fatima.check("apply-not-yet");
            fatima.click("plan-sign-confirm");
            fatima.waitFor("plan-signed");
            fatima.picture("plan-signed");

            anouk.click("plan-sign");
            anouk.click("plan-sign-confirm");
            anouk.waitFor("cooling-off-until");

            fatima.goTo("/mijn/plan");
            fatima.waitFor("cooling-off-until");
            troubles.addAll(Accessible.troubles(fatima.page, "nl"));
            fatima.picture("plan-cooling-off");
            Pictures.takeForTour(fatima.page, "10-plan-" + window.name().toLowerCase(Locale.ROOT));
            var last = fatima.handle("cooling-off-until").getAttribute("data-until");
            var midnight =
                    java.time.LocalDate.parse(last).plusDays(1).atStartOfDay(java.time.ZoneId.of("Europe/Amsterdam"));
            product.setClock((late ? midnight.plusMinutes(1) : midnight.minusMinutes(8))
                    .toOffsetDateTime()
                    .toString());
            afterwards(window, late, midnight.minusMinutes(1).toOffsetDateTime().toString(), troubles);
        }
        assertThat(troubles).isEmpty();
    }

    private static void freeze(Professional anouk) {
        anouk.click("plan-freeze");
        anouk.waitFor("plan-sign");
    }

    /** Seen, and not agreed: the plan does not begin, and she can apply all the same. */
    private static void disagrees(Resident fatima) {
        fatima.page.reload();
        fatima.click("plan-disagree");
        fatima.fill("plan-disagree-reason", "Ik wil geen vreemde in huis.");
        fatima.click("plan-disagree-confirm");
        fatima.waitForText("plan-state", "Niet akkoord");
        fatima.waitFor("plan-disagreed-apply");
    }

    /** With a new login: the one of two weeks ago has ended. */
    private void afterwards(Window window, boolean late, String justInTime, List<String> troubles) {
        try (var fatima = Resident.of(product, window)) {
            fatima.signIn("P01").goTo("/mijn/plan");
            if (late) {
                fatima.waitForText("plan-state", "Definitief");
                fatima.goTo("/mijn/plan/terugkomen");
                fatima.waitFor("cooling-off-over");
            } else {
                fatima.click("cooling-off-withdraw");
                fatima.waitFor("cooling-off-withdraw-confirm");
                troubles.addAll(Accessible.troubles(fatima.page, "nl"));
                product.setClock(justInTime);
                fatima.click("cooling-off-withdraw-confirm");
                fatima.waitFor("cooling-off-receipt");
                fatima.goTo("/mijn/plan");
                fatima.waitForText("plan-state", "Teruggedraaid");
            }
            fatima.goTo("/mijn/plan/versies");
            fatima.waitFor("plan-version");
            troubles.addAll(Accessible.troubles(fatima.page, "nl"));
        }
    }

    /** Both have the same, fresh plan on the screen. */
    private void meet(Resident fatima, Professional anouk) {
        // Whose case she has is one of the examples.
        product.awaitExamples();
        anouk.signIn("P11").goTo("/werkplek/plan");
        anouk.clickIn("plan-row", Personas.name("P01"), "plan-open");
        anouk.arrivedAt("/werkplek/plan/");
        begin(anouk);
        fatima.signIn("P01").goTo("/mijn/plan");
        fatima.waitFor("plan-state");
    }

    private static void begin(Professional anouk) {
        anouk.seen(anouk.handle("plan-start").or(anouk.handle("plan-state")).first());
        if (anouk.sees("plan-start")) {
            anouk.click("plan-start");
        } else if (anouk.sees("plan-start-from-this")) {
            anouk.click("plan-start-from-this");
        } else if (anouk.sees("plan-evaluate")) {
            anouk.click("plan-evaluate");
            anouk.click("plan-adjust");
        } else if (anouk.sees("plan-reopen")) {
            anouk.click("plan-reopen");
            anouk.click("plan-reopen-confirm");
        }
        anouk.waitFor("plan-freeze");
    }

    private static void write(Person person, String part, String text) {
        person.click("plan-edit-" + part);
        person.fill("plan-text", text);
        person.click("plan-save");
        waitForPart(person, part, text);
    }

    private static void waitForPart(Person person, String part, String text) {
        person.waitForText("plan-part-" + part, text);
    }

    private static void addGoal(Resident fatima) {
        fatima.click("plan-goal-add");
        fatima.fill("plan-goal-text", "Ik kom weer buiten");
        fatima.click("plan-goal-save");
        fatima.waitForText("plan-goal", "Ik kom weer buiten");
    }
}
