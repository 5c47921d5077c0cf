package nl.voorelkaar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Somebody follows every link of a face, in Dutch and in English, and looks at each kind of page once: axe, light and
 * dark, 320 pixels, one heading, a title of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(Product.FIRST)
class EveryRouteIT {

    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}");
    private static final Pattern ROUTE = Pattern.compile("(?m)^@Route(?:Alias)?\\((?:value = )?([^,)]*)");
    private static final Pattern CONSTANT = Pattern.compile("String ([A-Z_]+) = \"([^\"]*)\"");
    private static final List<String> FOR_EVERYBODY = List.of(
            "/",
            "/bestaat-niet",
            "/uitgelogd",
            "/niveau-te-laag",
            "/nog-geen-twaalf",
            "/overleden",
            "/aanmelden-mislukt",
            "/termijnen",
            "/termijnen?regel=beslissing-op-bezwaar&vanaf=2026-04-13&opgeschortVan=2026-04-20&opgeschortTot=2026-05-04",
            "/termijnen?regel=bedenktermijn&vanaf=2026-02-30",
            "/termijnen?regel=dwangsom&vanaf=2026-06-03&beslistermijn=2026-06-01");

    private static final String EXPERT = "S6";
    private static final String HELPER = "P04";

    private final Set<String> seen = new TreeSet<>();
    private final Map<String, Set<String>> looked = new HashMap<>();
    /** While it lasts every page of that professional says so: it ends before anybody walks. */
    private final List<String> inEmergency = new ArrayList<>();

    private String code = "";

    /** So that pages about a request, a grant, an open dossier, an inquiry, a decision and an objection exist. */
    @BeforeAll
    void somethingIsAskedAndSharedDecidedAndObjectedTo() {
        somethingIsAskedAndSharedAndAskedAgain();
        var chain = new Chain(Product.running());
        try (var resident = Resident.at(Window.DESKTOP)) {
            resident.signIn("P16");
            chain.asksForHelp(resident, "Ik kan de trap niet meer op.");
            chain.gives("onderzoek", Chain.CONVERSATION);
            somebodyReadsAlongAdvisesAndTakesOver(resident);
            chain.objects(resident, "Ik kan beneden niet slapen.");
            chain.gives("bezwaar", Chain.LAWYER);
        }
    }

    /** A helper for the melding, a question to an expert, and a case that is offered to a colleague. */
    private void somebodyReadsAlongAdvisesAndTakesOver(Resident resident) {
        resident.click("help-go");
        resident.check("help-who-clientondersteuner");
        resident.click("help-invite");
        resident.waitFor("mandate-code");
        var mandate = resident.arrivedAt("/mijn/machtigingen/");
        var invitation = resident.seen(resident.handle("mandate-code").first()).innerText();
        try (var helper = Resident.at(Window.DESKTOP)) {
            helper.signIn(HELPER).goTo("/machtiging");
            helper.fill("mandate-code", invitation);
            helper.click("mandate-accept");
            helper.waitUntilGone("mandate-accept");
        }
        resident.goTo(mandate);
        resident.click("mandate-confirm");
        resident.waitUntilGone("mandate-confirm");
        try (var leader = Professional.at(Window.DESKTOP)) {
            leader.signIn(Chain.CONVERSATION).goTo("/werkplek/experts");
            leader.clickIn("expert-about", resident.name(), "expert-ask");
            leader.chooseNamed("expert-who", Personas.name(EXPERT));
            leader.fill("expert-question", "Past hier een traplift?");
            leader.click("expert-send");
            leader.waitFor("consult-state");
            leader.goTo("/werkplek/overdracht");
            leader.chooseNamed("handover-case", resident.name());
            leader.chooseNamed("handover-to", Personas.name("P12"));
            leader.fill("handover-note", "Mevrouw wil 's ochtends hulp.");
            leader.click("handover-start");
            leader.waitFor("handover-withdraw");
        }
    }

    private void somethingIsAskedAndSharedAndAskedAgain() {
        try (var resident = Resident.at(Window.DESKTOP);
                var first = Professional.at(Window.DESKTOP);
                var second = Professional.at(Window.DESKTOP);
                var manager = Professional.at(Window.DESKTOP);
                var decider = Professional.at(Window.DESKTOP)) {
            resident.signIn("P16");
            first.signIn("P12");
            second.signIn("P13");
            resident.write("wonen", "Mijn huis", "De trap is steil.");
            code = resident.shareCode();
            first.ask(code, "wonen");
            resident.share(first, "wonen");
            first.breakTheGlass("999940168");
            inEmergency.addAll(Accessible.troubles(first.page, "nl"));
            first.click("emergency-end");
            first.waitFor("emergency-over");
            second.ask(code, "gezondheid");
            resident.apply("Een hulp in huis");
            decider.signIn("S2");
            manager.signIn("P14").give("aanvraag", decider.name());
            decider.refuseByLetter(resident, "Wij zeggen nee. U hoeft nu niets te doen.", "Uw buurvrouw helpt u al.");
            resident.goTo("/mijn/klacht");
            resident.choose("complaint-about", "gemeente");
            resident.fill("complaint-what", "Niemand nam de telefoon op.");
            resident.click("complaint-check");
            resident.click("complaint-send");
            resident.waitFor("complaint-receipt");
            resident.goTo("/mijn/rechten/vragen");
            resident.choose("right-what", "inzage");
            resident.fill("right-words", "Ik wil weten wat u over mij bewaart.");
            resident.click("right-send");
            resident.waitFor("right-receipt");
            resident.goTo("/mijn/rechten");
            resident.choose("erase-what", "netwerk");
            resident.click("erase-start");
            resident.click("erase-confirm");
            resident.waitFor("erase-state");
        }
    }

    @Test
    @Order(1)
    void everyPageOfTheResidentFaceIsForEverybody() {
        try (var resident = Resident.at(Window.DESKTOP)) {
            var troubles = walk(resident, FOR_EVERYBODY);
            resident.signIn("P16");
            resident.goTo("/mijn/machtigingen");
            resident.click("mandate-invite");
            resident.waitFor("mandate-code");
            troubles.addAll(walk(resident, List.of(resident.arrivedAt("/mijn/machtigingen/"))));
            troubles.addAll(walk(
                    resident,
                    List.of(
                            "/mijn",
                            "/mijn/nood",
                            "/mijn/rechten/wissen",
                            "/mijn/plan",
                            "/mijn/plan/versies",
                            "/mijn/plan/ondertekenen",
                            "/mijn/plan/niet-akkoord",
                            "/mijn/plan/terugkomen",
                            "/mijn/plan/eerder-starten")));
            assertThat(troubles).isEmpty();
        }
    }

    @Test
    @Order(2)
    void everyPageOfTheWorkspaceIsForEverybody() {
        try (var professional = Professional.at(Window.DESKTOP);
                var manager = Professional.at(Window.DESKTOP);
                var decider = Professional.at(Window.DESKTOP)) {
            var troubles = walk(professional, List.of("/geen-functie"));
            troubles.addAll(inEmergency);
            professional.signIn("P12").find(code);
            professional.waitFor("request-send");
            troubles.addAll(walk(professional, List.of(professional.arrivedAt("/werkplek/vragen/"), "/werkplek")));
            manager.signIn("P14").goTo("/werkplek/toewijzen");
            manager.fill("find-code", code);
            manager.click("find-submit");
            troubles.addAll(walk(manager, List.of(manager.arrivedAt("/werkplek/toewijzen/"), "/werkplek/toewijzen")));
            assertThat(troubles).isEmpty();
        }
    }

    /** The example data mandates this carer by two people. */
    @Test
    @Order(2)
    void everyPageOfACarerIsForEverybody() {
        try (var carer = Resident.at(Window.DESKTOP)) {
            carer.signIn("P02").goTo("/namens");
            carer.waitFor("acting-for-own");
            var held = links(carer).stream()
                    .filter(path -> path.startsWith("/namens/"))
                    .toList();
            assertThat(held).hasSize(2);
            assertThat(walk(
                            carer,
                            List.of(
                                    held.getFirst(),
                                    held.getFirst() + "/plan",
                                    held.getFirst() + "/plan/ondertekenen",
                                    held.getFirst() + "/afspraken",
                                    held.getFirst() + "/machtigingen",
                                    held.getLast() + "/dossier",
                                    held.getLast() + "/dossier/document",
                                    held.getLast() + "/besluiten",
                                    held.getLast() + "/melding",
                                    held.getLast() + "/aanvraag",
                                    held.getLast() + "/bezwaar",
                                    held.getLast() + "/klacht",
                                    held.getLast() + "/vragen")))
                    .isEmpty();
        }
    }

    @Test
    @Order(2)
    void everyPageOfAHelperIsForEverybody() {
        try (var helper = Resident.at(Window.DESKTOP)) {
            helper.signIn(HELPER).goTo("/namens");
            helper.waitFor("acting-for-choose");
            var held = links(helper).stream()
                    .filter(path -> path.startsWith("/namens/"))
                    .findFirst()
                    .orElseThrow();
            assertThat(walk(helper, List.of(held + "/zaak"))).isEmpty();
        }
    }

    /** The example data gives this gespreksvoerder a case. */
    @Test
    @Order(2)
    void everyPageAboutAPlanIsForEverybody() {
        try (var leader = Professional.at(Window.DESKTOP)) {
            leader.signIn("P11").goTo("/werkplek/plan");
            leader.click("plan-open");
            var plan = leader.arrivedAt("/werkplek/plan/");
            leader.seen(
                    leader.handle("plan-start").or(leader.handle("plan-state")).first());
            if (leader.sees("plan-start")) {
                leader.click("plan-start");
                leader.waitFor("plan-state");
            }
            assertThat(walk(leader, List.of(plan, plan + "/ondertekenen", plan + "/papier", plan + "/versies")))
                    .isEmpty();
        }
    }

    /** Given by the team manager, who cannot read it. */
    @Test
    @Order(2)
    void everyPageAboutAComplaintIsForEverybody() {
        try (var handler = Professional.at(Window.DESKTOP);
                var manager = Professional.at(Window.DESKTOP)) {
            handler.signIn("S4");
            manager.signIn("P14").give("klacht", "medewerker klachten");
            assertThat(walk(handler, List.of("/werkplek/klachten"))).isEmpty();
        }
    }

    @Test
    @Order(3)
    void everyPageOfThoseWhoTalkDecideAndHandleObjectionsIsForEverybody() {
        var troubles = new ArrayList<String>();
        for (var work : Map.of(
                        Chain.CONVERSATION,
                        List.of("/werkplek/onderzoek", "/werkplek/experts"),
                        Chain.DECIDER,
                        List.of("/werkplek/besluiten"),
                        Chain.LAWYER,
                        List.of("/werkplek/bezwaar"),
                        "S1",
                        List.of("/werkplek/melden"),
                        "P16",
                        List.of("/werkplek/privacy"))
                .entrySet()) {
            try (var professional = Professional.at(Window.DESKTOP)) {
                professional.signIn(work.getKey());
                troubles.addAll(walk(professional, work.getValue()));
            }
        }
        assertThat(troubles).isEmpty();
    }

    @Test
    @Order(4)
    void noRouteWasForgotten() throws IOException {
        assertThat(routesInTheSource()).hasSizeGreaterThan(6).isSubsetOf(seen);
    }

    private List<String> walk(Person person, List<String> from) {
        var troubles = new ArrayList<String>();
        person.goTo(from.getFirst());
        for (var language : List.of("nl", "en")) {
            person.speak(language);
            troubles.addAll(walkIn(language, person, from));
        }
        person.goTo(from.getFirst());
        person.speak("nl");
        return troubles;
    }

    private List<String> walkIn(String language, Person person, List<String> from) {
        var troubles = new ArrayList<String>();
        var titles = new HashMap<String, String>();
        var visited = new HashSet<String>();
        var onThisFace = looked.computeIfAbsent(person.face + language, face -> new HashSet<>());
        var ahead = new ArrayDeque<>(from);
        while (!ahead.isEmpty()) {
            var path = ahead.poll();
            var kind = kindOf(path);
            // What somebody else looked at on this face needs no second look, except where this person begins.
            if (!visited.add(kind) || !onThisFace.add(kind) && !from.contains(path)) {
                continue;
            }
            person.goOnTo(path);
            person.seen(person.page.locator("h1").first());
            seen.add(kindOf(Person.pathOf(person.page.url())));
            troubles.addAll(Accessible.troubles(person.page, language));
            var twin = titles.put(person.page.title(), path);
            if (twin != null) {
                troubles.add(path + " and " + twin + " have one title: " + person.page.title());
            }
            ahead.addAll(links(person));
        }
        return troubles;
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Person person) {
        return (List<String>) person.page.evaluate("""
                () => [...document.querySelectorAll('a[href]')]
                    .filter(link => link.origin === location.origin && !link.hasAttribute('download')
                        && !link.pathname.startsWith('/VAADIN') && link.target !== '_blank'
                        && !/\\.(pdf|json|css|ico|txt)$/.test(link.pathname)
                        && !/(logout|afmelden|aanmelden|oauth2)/.test(link.pathname))
                    .map(link => link.pathname)""");
    }

    private static String kindOf(String path) {
        return IDENTIFIER.matcher(path).replaceAll("{id}");
    }

    private static Set<String> routesInTheSource() throws IOException {
        var source = new StringBuilder();
        try (var files = Files.walk(Path.of("..", "..", "portal", "src", "main", "java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                source.append(Files.readString(file));
            }
        }
        var constants = new HashMap<String, String>();
        CONSTANT.matcher(source).results().forEach(found -> constants.put(found.group(1), found.group(2)));
        var routes = new TreeSet<String>();
        ROUTE.matcher(source).results().forEach(found -> routes.add(template(words(found.group(1), constants))));
        return routes;
    }

    /** {@code WorkspacePaths.ASK + "/:found"} as the address that it is. */
    private static String words(String expression, Map<String, String> constants) {
        return Stream.of(expression.split(" \\+ "))
                .map(String::strip)
                .map(part -> part.startsWith("\"")
                        ? part.substring(1, part.length() - 1)
                        : constants.get(part.substring(part.lastIndexOf('.') + 1)))
                .collect(Collectors.joining());
    }

    /**
     * {@code mijn/verzoek/:request([0-9a-f-]+)} is seen as {@code /mijn/verzoek/{id}}, and what stands for every
     * address below another at one of them.
     */
    private static String template(String route) {
        return "/" + route.replace("/:own*", "/machtigingen").replaceAll(":[A-Za-z]+(\\([^/]*\\))?\\??", "{id}");
    }
}
