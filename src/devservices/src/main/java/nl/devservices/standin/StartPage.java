package nl.devservices.standin;

import static nl.devservices.page.Html.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.devservices.clock.AdjustableClock;
import nl.devservices.identity.Logins;
import nl.devservices.identity.Persona;
import nl.devservices.identity.Personas;
import nl.devservices.identity.Provider;
import nl.devservices.page.Html;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where everything is, who everybody is, what time it is, who is signed in, and how a script signs in. */
@RestController
class StartPage {

    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm:ss", Locale.forLanguageTag("nl-NL"));

    private final StandIn.Addresses addresses;
    private final List<Provider> providers;
    private final AdjustableClock clock;
    private final String style;

    StartPage(StandIn.Addresses addresses, List<Provider> providers, AdjustableClock clock) throws IOException {
        this.addresses = addresses;
        this.providers = providers;
        this.clock = clock;
        try (var css = StartPage.class.getResourceAsStream("stijl.css")) {
            this.style = new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @GetMapping(path = "/stijl.css", produces = "text/css;charset=UTF-8")
    String style() {
        return style;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    String show() {
        return Html.page("De lokale omgeving van Voor Elkaar", where() + time() + people() + signedIn() + scripts());
    }

    /** Some other site: where people end up who leave the product at once. */
    @GetMapping(path = "/weer", produces = MediaType.TEXT_HTML_VALUE)
    String weather() {
        return Html.page("Het weer", "<p>Vandaag wolken en zon. Vannacht is het droog.</p>");
    }

    @PostMapping("/uitloggen")
    ResponseEntity<Void> signOut(@RequestParam(name = "sid") String sid) {
        providers.forEach(provider -> provider.signOut(sid));
        return backToStart();
    }

    /** Tells every application that everybody has signed out. Answers with who could not be told. */
    @PostMapping("/alles-uitloggen")
    ResponseEntity<Map<String, Object>> signOutEverybody() {
        var unconfirmed = new LinkedHashMap<String, Object>();
        for (var provider : providers) {
            for (var login : provider.signOutEverybody()) {
                unconfirmed.put(login.sid(), login.clientId());
            }
        }
        return unconfirmed.isEmpty()
                ? ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header("Location", "/")
                        .build()
                : ResponseEntity.status(HttpStatus.BAD_GATEWAY).body(Map.of("nietBevestigd", unconfirmed));
    }

    private static ResponseEntity<Void> backToStart() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/")
                .build();
    }

    private String where() {
        var all = new LinkedHashMap<>(addresses.others());
        all.put("Post: elke mail, sms en brief", addresses.standIn() + "/post");
        all.put("Post als JSON", addresses.standIn() + "/post.json");
        all.put("Klok", addresses.standIn() + "/klok");
        for (var provider : providers) {
            all.put("Aanbieder " + provider.name().code(), provider.issuer() + "/.well-known/openid-configuration");
        }
        return "<h2>Wat is waar?</h2>\n<dl>"
                + all.entrySet().stream()
                        .map(entry -> "<dt>" + text(entry.getKey()) + "</dt><dd>" + address(entry.getValue()) + "</dd>")
                        .collect(Collectors.joining("\n"))
                + "</dl>\n";
    }

    private static String address(String address) {
        return address.startsWith("http")
                ? "<a href=\"" + text(address) + "\">" + text(address) + "</a>"
                : "<code>" + text(address) + "</code>";
    }

    private String time() {
        return """
                <h2>Hoe laat is het hier?</h2>
                <p><strong>%s</strong>%s</p>
                <form class="rij" method="post" action="/klok"><button name="advance" value="PT1H" class="tweede">1 uur verder</button>
                <button name="advance" value="P1D" class="tweede">1 dag verder</button>
                <button name="advance" value="P14D" class="tweede">14 dagen verder</button>
                <button name="advance" value="P6M" class="tweede">6 maanden verder</button>
                <button name="advance" value="-P1D" class="tweede">1 dag terug</button></form>
                <form class="rij" method="post" action="/klok"><label>Of zet de klok op<br>
                <input type="text" name="now" value="%s" size="28"></label> <button class="tweede">Zet de klok</button></form>
                <p>Alles volgt deze klok: beide kanten van het product, de aanbieders en de post.</p>
                """.formatted(
                text(LONG.format(clock.now())),
                clock.offset().isZero() ? " (de gewone tijd)" : " (de klok is verzet)",
                text(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(clock.now().withNano(0))));
    }

    private String people() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Amsterdam"));
        return "<h2>Wie is wie?</h2>\n" + table("Inwoners en naasten", Personas.residents(), today, false)
                + table("Medewerkers", Personas.staff(), today, true);
    }

    private static String table(String title, List<Persona> personas, LocalDate today, boolean staff) {
        return "<h3>" + title
                + "</h3><div class=\"tabel\"><table><thead><tr><th>Code</th><th>Naam</th><th>Leeftijd</th>"
                + (staff ? "<th>Werk</th>" : "<th>Over</th><th>BSN (verzonnen)</th>") + "</tr></thead><tbody>\n"
                + personas.stream()
                        .map(persona -> "<tr><td>" + persona.id() + "</td><td>" + text(persona.name()) + "</td><td>"
                                + persona.age(today) + "</td>" + about(persona, staff) + "</tr>")
                        .collect(Collectors.joining("\n"))
                + "</tbody></table></div>\n";
    }

    private static String about(Persona persona, boolean staff) {
        return staff
                ? persona.staff()
                        .map(work -> "<td>" + text(work.function()) + " (" + work.role() + "), "
                                + text(work.organisationName()) + "</td>")
                        .orElse("<td></td>")
                : "<td>" + text(persona.about()) + "</td><td>" + persona.bsn() + "</td>";
    }

    private String signedIn() {
        var rows = providers.stream()
                .flatMap(provider -> provider.logins().live().stream().map(login -> row(provider, login)))
                .collect(Collectors.joining("\n"));
        return "<h2>Wie is ingelogd?</h2>\n"
                + (rows.isEmpty()
                        ? "<p>Niemand.</p>\n"
                        : "<div class=\"tabel\"><table><thead><tr><th>Wie</th><th>Waar</th><th>Sinds</th><th></th></tr></thead>"
                                + "<tbody>\n" + rows + "\n</tbody></table></div>\n<form method=\"post\" action=\""
                                + "/alles-uitloggen\"><button>Iedereen uitloggen</button></form>\n");
    }

    private static String row(Provider provider, Logins.Login login) {
        return "<tr><td>" + text(login.persona().name()) + "</td><td>"
                + text(provider.name().code()) + "</td><td>"
                + text(DateTimeFormatter.ofPattern("HH:mm").format(login.at().atZone(AdjustableClock.AMSTERDAM)))
                + "</td><td><form method=\"post\" action=\"/uitloggen\"><input type=\"hidden\" name=\"sid\" value=\""
                + text(login.sid()) + "\"><button class=\"tweede\">Uitloggen</button></form></td></tr>";
    }

    private String scripts() {
        return """
                <h2>Hoe logt een script in?</h2>
                <p>Begin in het product en volg de doorverwijzingen. U komt op een gewoon formulier met twee velden:
                <code>persona</code> (de code hierboven) en <code>loa</code> (<code>basis</code>, <code>midden</code>,
                <code>substantieel</code>, <code>hoog</code> of <code>geen</code>). Stuur dat op naar het adres waar u bent;
                er is geen token of cookie van deze pagina nodig. Volg dan weer de doorverwijzingen.</p>
                <pre>koek=$(mktemp)
                pagina=$(curl -s -L -H 'Accept: text/html' -b $koek -c $koek -o /dev/null -w '%%{url_effective}' %1$s/oauth2/authorization/digid)
                curl -s -L -b $koek -c $koek -d persona=P01 -d loa=substantieel "$pagina"</pre>
                <p>De klok verzetten:</p>
                <pre>curl -H 'Content-Type: application/json' -d '{"advance":"P14D"}' %2$s/klok</pre>
                """.formatted(
                        text(addresses.others().values().stream().findFirst().orElse("http://localhost:8080")),
                        text(addresses.standIn()));
    }
}
