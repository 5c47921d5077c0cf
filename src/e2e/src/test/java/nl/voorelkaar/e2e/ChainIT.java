package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** From a question for help to winning an objection that came on the last day, on both faces, while the clock moves. */
@ResourceLock(Product.OF_ITS_OWN)
@Order(Product.EARLY)
class ChainIT {

    @Test
    void fromAQuestionForHelpToADecisionOnTheObjection() {
        var product = Product.ofItsOwn();
        var chain = new Chain(product);
        try (var resident = Resident.of(product, Window.PHONE)) {
            resident.signIn("P08");
            chain.asksForHelp(resident, "Ik kan de trap niet meer op.");
            resident.picture("melding");
            chain.gives("onderzoek", Chain.CONVERSATION);
            chain.looksInto();
            resident.goTo("/mijn/melding");
            resident.click(resident.handle("melding").first().locator("a"));
            resident.waitFor("melding-account");
            resident.picture("verslag");

            resident.apply("Ik vraag een traplift aan.");
            chain.gives("aanvraag", Chain.DECIDER);
            chain.refuses(resident);
            resident.goTo("/mijn/besluiten");
            resident.click("decision-open");
            product.setClock(resident.lastDay("objection-until") + "T22:30:00" + product.offset());
            resident.signIn("P08");
            chain.objects(resident, "Ik kan beneden niet slapen.");
            resident.picture("bezwaar");
            assertThat(resident.sees("objection-state")).isTrue();

            chain.gives("bezwaar", Chain.LAWYER);
            chain.invites(product.today().plusDays(12));
            product.advanceClock("P12D");
            chain.hears();
            resident.signIn("P08");
            chain.decidesOnObjection();
            resident.goTo("/mijn/bezwaar");
            resident.click(resident.handle("objection").first().locator("a"));
            resident.waitForText("objection-state", "U krijgt gelijk");
            resident.picture("gelijk");
            resident.goTo("/mijn/besluiten");
            resident.waitFor("decision");
        }
    }
}
