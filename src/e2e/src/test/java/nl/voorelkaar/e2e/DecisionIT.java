package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * From an application without a signature to a refusal that goes by post and an objection that is a day late, and to
 * what a municipality that is late has to pay.
 */
@ResourceLock(Product.OF_ITS_OWN)
@Order(Product.MONTHS_AHEAD)
class DecisionIT {

    private final Product product = Product.ofItsOwn();

    /**
     * Scenarios S4 and S12: no plan was signed; the letter starts the time to object, and a day too late is taken in
     * too.
     */
    @Test
    void anApplicationWithoutASignatureGetsADecisionWithOneDateOnBothSides() {
        try (var resident = Resident.of(product, Window.PHONE).signIn("P10");
                var manager = Professional.of(product, Window.DESKTOP);
                var decider = Professional.of(product, Window.DESKTOP)) {
            resident.apply("Een traplift " + UUID.randomUUID());
            decider.signIn("S2");
            manager.signIn("P14").give("aanvraag", decider.name());
            var letters = letters();

            decider.refuseByLetter(
                    resident, "Wij zeggen nee op uw aanvraag. U hoeft nu niets te doen.", "De trap is te smal.");

            assertThat(letters()).isEqualTo(letters + 1);
            decider.picture("announced");
            resident.goTo("/mijn/besluiten");
            resident.click("decision-open");
            resident.waitForText("decision", "Wij zeggen nee op uw aanvraag");
            assertThat(resident.text("decision-state")).contains("U kunt bezwaar maken");
            var last = resident.lastDay("objection-until");
            assertThat(last).isEqualTo(decider.lastDay("objection-until"));
            assertThat(last).isAfter(product.today().plusDays(41));
            assertThat(resident.text("delivery-ledger")).contains("De brief is verstuurd op");
            resident.picture("decision");

            product.advanceClock("P" + (last.toEpochDay() - product.today().toEpochDay() + 1) + "D");
        }
        try (var resident = Resident.of(product, Window.DESKTOP).signIn("P10")) {
            resident.goTo("/mijn/besluiten");
            resident.click("decision-open");
            resident.waitFor("objection-start");
            assertThat(resident.text("decision-state")).contains("Definitief");
            resident.click("objection-start");
            resident.fill("objection-grounds", "Mijn trap is breed genoeg.");
            resident.fill("objection-late", "Ik lag in het ziekenhuis.");
            resident.click("objection-check");
            resident.click("objection-send");
            resident.waitForText("objection-receipt", "Later dan de laatste dag");
        }
        heardAllTheSame();
    }

    /** Somebody judges why it is late (Awb 6:11); then it is heard and decided as any other. */
    private void heardAllTheSame() {
        var chain = new Chain(product);
        chain.gives("bezwaar", Chain.LAWYER);
        chain.excusesAndInvites(product.today().plusDays(12), "Mevrouw lag op de laatste dag in het ziekenhuis.");
        product.advanceClock("P12D");
        chain.hears();
        chain.decidesOnObjection();
        try (var resident = Resident.of(product, Window.PHONE).signIn("P10")) {
            resident.goTo("/mijn/bezwaar");
            resident.click(resident.handle("objection").first().locator("a"));
            resident.waitForText("objection-state", "U krijgt gelijk");
            resident.picture("late-objection");
        }
    }

    /** Scenario S6. */
    @Test
    void whoIsLateGetsANoticeOfDefaultAndPays() {
        try (var resident = Resident.of(product, Window.DESKTOP).signIn("E1")) {
            resident.apply("Hulp in huis " + UUID.randomUUID());
        }
        product.advanceClock("P25D");
        try (var resident = Resident.of(product, Window.DESKTOP).signIn("E1")) {
            resident.goTo("/mijn/besluiten");
            resident.waitForText("aanvraag-state", "Wij zijn te laat");
            resident.click("aanvraag-open");
            resident.waitForText("default-notice", "Ik stel u in gebreke");
            resident.click("default-notice-confirm");
            resident.waitFor("penalty-clock");
            resident.picture("late");
        }
        product.advanceClock("P29D");
        try (var resident = Resident.of(product, Window.PHONE).signIn("E1")) {
            resident.goTo("/mijn/besluiten");
            resident.click("aanvraag-open");
            resident.waitForText("penalty-clock", "dagen te laat");
            assertThat(resident.text("penalty-clock")).containsPattern("€.\\d+");
        }
    }

    private long letters() {
        return Post.of(product).subjects().stream().filter("Brief"::equals).count();
    }
}
