package nl.devservices.identity;

import static nl.devservices.page.Html.text;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.devservices.page.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where one chooses who to be. The page's address carries the authorization request, so the form can be posted from
 * anywhere, without a cookie: {@code persona=P01&loa=substantieel}.
 */
@RestController
class SignInPage {

    static final String SIGN_IN = "/inloggen";
    static final String SIGNED_OUT = "/uitgelogd";

    private final List<Provider> providers;
    private final Clock clock;

    SignInPage(List<Provider> providers, Clock clock) {
        this.providers = providers;
        this.clock = clock;
    }

    @GetMapping(path = "/{provider:digid|medewerker}" + SIGN_IN, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> show(@PathVariable("provider") String code, HttpServletRequest request) {
        return page(provider(code), request, Optional.empty());
    }

    @PostMapping(path = "/{provider:digid|medewerker}" + SIGN_IN)
    ResponseEntity<String> choose(
            @PathVariable("provider") String code,
            @RequestParam(name = "persona", defaultValue = "") String id,
            @RequestParam(name = "loa", defaultValue = "substantieel") String loa,
            @RequestParam(name = "namens", defaultValue = "") String represented,
            @RequestParam(name = "annuleren", required = false) @Nullable String cancelled,
            HttpServletRequest request) {
        var provider = provider(code);
        var application = application(provider, request);
        if (application.isEmpty()) {
            return page(provider, request, Optional.empty());
        }
        if (cancelled != null) {
            return redirect(refused(application.get(), "access_denied", request));
        }
        var level = Assurance.of(loa);
        if (level.isEmpty()) {
            return page(
                    provider,
                    request,
                    Optional.of("Het niveau “" + loa + "” bestaat niet. Kies een niveau uit de lijst."));
        }
        var persona = Personas.find(provider.name().personas(), id);
        if (persona.isEmpty()) {
            return page(
                    provider,
                    request,
                    Optional.of(
                            id.isBlank()
                                    ? "Kies eerst wie u bent."
                                    : "Persona “" + id + "” bestaat hier niet. Kies iemand uit de lijst."));
        }
        var ticket = provider.tickets()
                .issue(new PersonaSignIn(
                        persona.get(),
                        level.get(),
                        clock.instant(),
                        Personas.find(provider.name().personas(), represented)));
        return redirect(URI.create(
                "/" + code + "/oauth2/authorize?" + query(request) + "&" + Tickets.PARAMETER + "=" + ticket));
    }

    @GetMapping(path = "/{provider:digid|medewerker}" + SIGNED_OUT, produces = MediaType.TEXT_HTML_VALUE)
    String signedOut(@PathVariable("provider") String code) {
        provider(code);
        return Html.page("U bent uitgelogd", "<p><a href=\"/\">Naar het begin van de lokale omgeving</a></p>");
    }

    /** Where a checked authorization request goes first: to this page, or back when the application wants no page. */
    static URI begin(Provider provider, HttpServletRequest request) {
        var prompt = request.getParameter("prompt");
        var silent = prompt != null && List.of(prompt.split(" ")).contains("none");
        var clientId = request.getParameter("client_id");
        return (silent && clientId != null ? provider.redirect(clientId) : Optional.<URI>empty())
                .map(application -> refused(application, "login_required", request))
                .orElseGet(() -> URI.create("/" + provider.name().code() + SIGN_IN + "?" + query(request)));
    }

    /** The authorization request in the address, or for a posted request in its fields. */
    static String query(HttpServletRequest request) {
        var query = request.getQueryString();
        return query != null
                ? query
                : request.getParameterMap().entrySet().stream()
                        .flatMap(field -> java.util.Arrays.stream(field.getValue())
                                .map(value -> encode(field.getKey()) + "=" + encode(value)))
                        .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Provider provider(String code) {
        return providers.stream()
                .filter(provider -> provider.name().code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Optional<URI> application(Provider provider, HttpServletRequest request) {
        var clientId = request.getParameter("client_id");
        return clientId == null || request.getQueryString() == null ? Optional.empty() : provider.redirect(clientId);
    }

    private static URI refused(URI application, String error, HttpServletRequest request) {
        var address = UriComponentsBuilder.fromUri(application).queryParam("error", error);
        var state = request.getParameter("state");
        return state == null
                ? address.build().toUri()
                : address.queryParam("state", "{state}")
                        .encode()
                        .buildAndExpand(state)
                        .toUri();
    }

    private static ResponseEntity<String> redirect(URI to) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(to)
                .header("Cache-Control", "no-store")
                .build();
    }

    private ResponseEntity<String> page(Provider provider, HttpServletRequest request, Optional<String> problem) {
        var known = application(provider, request).isPresent();
        var html = known
                ? Html.page(provider.name().title(), form(provider, request, problem))
                : Html.page(
                        provider.name().title(),
                        "<p>Deze pagina hoort bij een vraag om in te loggen, en die is er niet. "
                                + "<a href=\"/\">Begin bij het begin</a> en kies daar waar u wilt inloggen.</p>");
        return ResponseEntity.status(known && problem.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
                .header("Cache-Control", "no-store")
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(html);
    }

    private String form(Provider provider, HttpServletRequest request, Optional<String> problem) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Amsterdam"));
        var html = new StringBuilder();
        problem.ifPresent(sentence -> html.append("<p class=\"fout\" role=\"alert\">")
                .append(text(sentence))
                .append("</p>\n"));
        html.append("<form method=\"post\" action=\"/")
                .append(provider.name().code())
                .append(SIGN_IN)
                .append("?")
                .append(text(request.getQueryString()))
                .append("\">\n<fieldset><legend>Wie bent u?</legend>\n<ul class=\"personas\">\n");
        for (var persona : provider.name().personas()) {
            html.append("<li><label><input type=\"radio\" name=\"persona\" value=\"")
                    .append(persona.id())
                    .append("\"> <span><strong>")
                    .append(text(persona.name()))
                    .append("</strong> <small>")
                    .append(persona.id())
                    .append(", ")
                    .append(persona.age(today))
                    .append(" jaar</small><br>")
                    .append(text(line(provider, persona)))
                    .append("</span></label></li>\n");
        }
        html.append("</ul></fieldset>\n<fieldset><legend>Hoe zeker is het dat u dit bent?</legend>\n<p>");
        for (var level : Assurance.values()) {
            html.append("<label class=\"niveau\"><input type=\"radio\" name=\"loa\" value=\"")
                    .append(level.value())
                    .append(level == Assurance.SUBSTANTIEEL ? "\" checked> " : "\"> ")
                    .append(text(level.label()))
                    .append("</label>\n");
        }
        if (provider.name() == ProviderName.DIGID) {
            html.append(
                            "</p></fieldset>\n<fieldset><legend>Namens wie?</legend>\n<p><label>Code van iemand anders, zoals ")
                    .append("P09. Leeg: namens niemand.<br><input type=\"text\" name=\"namens\" size=\"4\"></label>");
        }
        return html.append("</p></fieldset>\n<p><button type=\"submit\">Inloggen als deze persoon</button> ")
                .append(
                        "<button type=\"submit\" name=\"annuleren\" value=\"ja\" class=\"tweede\">Annuleren</button></p>")
                .append("\n</form>")
                .toString();
    }

    private static String line(Provider provider, Persona persona) {
        return provider.name() == ProviderName.DIGID
                ? persona.about()
                : persona.staff()
                        .map(staff -> staff.function() + " (" + staff.role() + "), " + staff.organisationName()
                                + staff.team().map(team -> ", team " + team).orElse(""))
                        .orElseThrow();
    }
}
