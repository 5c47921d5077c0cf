package nl.voorelkaar.e2e;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;

/** The way from a question for help to a decision on an objection, as people walk it on both faces. */
final class Chain {

    /** Who assigns, who talks with the resident, who decides, who handles objections, and who decides on those. */
    static final String MANAGER = "P14";

    static final String CONVERSATION = "P11";
    static final String DECIDER = "S2";
    static final String LAWYER = "P15";
    static final String SECOND_DECIDER = "S5";

    private final Product product;

    Chain(Product product) {
        this.product = product;
    }

    void asksForHelp(Resident resident, String words) {
        resident.goTo("/mijn/melding");
        resident.fill("melding-words", words);
        resident.click("melding-check");
        resident.click("melding-send");
        resident.waitFor("melding-receipt");
    }

    /** The newest case of this kind goes to this colleague. */
    void gives(String kind, String persona) {
        try (var manager = Professional.of(product, Window.DESKTOP)) {
            manager.signIn(MANAGER).give(kind, Personas.name(persona));
        }
    }

    /** From the first look to the written account. */
    void looksInto() {
        try (var anouk = Professional.of(product, Window.DESKTOP)) {
            anouk.signIn(CONVERSATION);
            opensWhere(
                    anouk, "/werkplek/onderzoek", "[data-testid=inquiry-row] a", "inquiry-state", "inquiry-document");
            anouk.choose("inquiry-document", "PASSPORT");
            anouk.click("inquiry-start");
            anouk.waitFor("talk-plan");
            anouk.fill("talk-day", anouk.today().toString());
            anouk.fill("talk-time", "14:30");
            anouk.fill("talk-place", "Bij u thuis");
            plans(
                    anouk,
                    "talk-day",
                    "talk-plan",
                    anouk.handle("inquiry-state").filter(new Locator.FilterOptions().setHasText("Gesprek gepland")));
            anouk.click("talk-held");
            anouk.waitFor("report-give");
            anouk.fill("topic-needs_and_wishes", "Zelf naar boven kunnen.");
            anouk.fill("report-outcome", "Een traplift kan helpen.");
            anouk.click("report-give");
            anouk.waitUntilGone("report-give");
        }
    }

    /** The decision is no, and travels as a letter. */
    void refuses(Resident resident) {
        try (var carla = Professional.of(product, Window.DESKTOP)) {
            carla.signIn(DECIDER)
                    .refuseByLetter(
                            resident,
                            "Wij zeggen nee tegen een traplift. U hoeft nu niets te doen.",
                            "U kunt beneden slapen. Daarom is een traplift nu niet nodig.");
        }
    }

    void objects(Resident resident, String grounds) {
        resident.goTo("/mijn/besluiten");
        resident.click(resident.handle("decision-open").first());
        resident.click("objection-start");
        resident.fill("objection-grounds", grounds);
        resident.check("objection-hearing");
        resident.click("objection-check");
        resident.click("objection-send");
        resident.waitFor("objection-receipt");
    }

    /** @param day more than ten days ahead */
    void invites(LocalDate day) {
        try (var ingrid = Professional.of(product, Window.DESKTOP)) {
            opens(ingrid, LAWYER, "hearing-plan");
            invites(ingrid, day);
        }
    }

    /** Who was too late had a reason for it, and is invited all the same. @param day more than ten days ahead */
    void excusesAndInvites(LocalDate day, String why) {
        try (var ingrid = Professional.of(product, Window.DESKTOP)) {
            opens(ingrid, LAWYER, "judge-excused");
            ingrid.check("judge-excused");
            ingrid.fill("judge-why", why);
            ingrid.click("judge-send");
            ingrid.waitUntilGone("judge-send");
            invites(ingrid, day);
        }
    }

    private static void invites(Professional ingrid, LocalDate day) {
        ingrid.fill("hearing-day", day.toString());
        ingrid.fill("hearing-time", "10:00");
        ingrid.fill("hearing-place", "Stadhuis, kamer 2");
        plans(ingrid, "hearing-day", "hearing-plan", ingrid.handle("heard-send"));
    }

    void hears() {
        try (var ingrid = Professional.of(product, Window.DESKTOP)) {
            opens(ingrid, LAWYER, "heard-send");
            ingrid.fill("heard-report", "Mevrouw vertelt dat zij beneden geen plaats heeft.");
            ingrid.click("heard-send");
            ingrid.waitUntilGone("heard-send");
        }
    }

    void decidesOnObjection() {
        gives("bezwaar-decide", SECOND_DECIDER);
        try (var peter = Professional.of(product, Window.DESKTOP)) {
            opens(peter, SECOND_DECIDER, "decide-send");
            peter.choose("decide-outcome", "GEGROND");
            peter.choose("decide-consequence", "HERROEPEN");
            peter.fill("decide-reasons", "U hebt beneden geen plaats. Daarom krijgt u gelijk.");
            if (peter.sees("letter-address")) {
                peter.fill("letter-address", "R. de Wit\nDorpsstraat 1\n1234 AB Voorbeeldstad");
            }
            peter.click("decide-send");
            peter.click("letter-send");
            peter.waitFor("sent-letter");
        }
    }

    /** Today can be any day: in a weekend or on a holiday the page asks whether the resident wants it. */
    private static void plans(Professional who, String day, String button, Locator planned) {
        who.click(button);
        who.seen(planned.or(who.handle("errors")).first());
        if (who.sees("errors")) {
            who.check(day + "-wanted");
            who.click(button);
        }
        who.seen(planned.first());
    }

    private static void opens(Professional who, String persona, String wanted) {
        who.signIn(persona);
        opensWhere(who, "/werkplek/bezwaar", "[data-testid=objection-row] a", "objection-state", wanted);
    }

    /** Of what other journeys left in the list, the one in which this can be done now. */
    private static void opensWhere(Professional who, String list, String links, String shown, String wanted) {
        who.goTo(list);
        var all = who.page.locator(links);
        who.seen(all.first());
        for (var row = all.count() - 1; row >= 0; row--) {
            who.click(all.nth(row));
            who.waitFor(shown);
            if (who.sees(wanted)) {
                return;
            }
            who.goTo(list);
            who.seen(all.first());
        }
        throw new AssertionError("nothing in " + list + " has " + wanted);
    }
}
