package nl.voorelkaar.portal.open;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.voorelkaar.portal.access.HouseSettings;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.access.WayOut;
import nl.voorelkaar.portal.ui.FaceFrame;
import nl.voorelkaar.portal.ui.Icon;
import nl.voorelkaar.portal.ui.Languages;
import nl.voorelkaar.portal.ui.Prose;
import nl.voorelkaar.portal.ui.Words;
import org.jsoup.Jsoup;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** What the server answers when it is not a page of the product that answers. Says nothing of the cause. */
@RestController
@RequestMapping("${spring.web.error.path:/error}")
class ErrorPages implements ErrorController {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final HouseSettings settings;
    private final SignedIn signedIn;
    private final FaceFrame frame;
    private final WayOut wayOut;

    ErrorPages(HouseSettings settings, SignedIn signedIn, FaceFrame frame, WayOut wayOut) {
        this.settings = settings;
        this.signedIn = signedIn;
        this.frame = frame;
        this.wayOut = wayOut;
    }

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(HttpServletRequest request, HttpServletResponse response) {
        var status = status(request);
        var language = Languages.chosen(request.getCookies());
        var key = key(kind(status));
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cache-Control", "no-store");
        var page = Jsoup.parse("""
                        <!doctype html><html lang="%s"><head><meta charset="utf-8"><title>%s · %s</title>\
                        <meta name="viewport" content="width=device-width, initial-scale=1">\
                        <link rel="stylesheet" href="/assets/look.css">\
                        </head><body class="voorbeeld-theme"><header class="ve-header"><div class="ve-wrap">\
                        <a class="ve-brand" href="/"><img src="/assets/mark.svg" alt="" width="42" height="42">\
                        <span class="ve-brand-name">%s</span></a></div></header>%s<main class="ve-main" data-testid="error-page">\
                        <div class="ve-wrap"><div class="ve-stack">\
                        <h1>%s</h1><p>%s</p><p>%s</p><p><a class="ve-action" data-kind="primary" href="/">%s</a></p>\
                        </div></div></main></body></html>
                        """.formatted(
                        language.getLanguage(),
                        say(language, key + ".title"),
                        say(language, "house.name"),
                        say(language, "house.name"),
                        menu(language),
                        say(language, key + ".title"),
                        onThisFace(language, key + ".text"),
                        call(onThisFace(language, "not-found.help")),
                        say(language, "not-found.home")));
        page.outputSettings().prettyPrint(false);
        wayOut.onto(page, request);
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page.outerHtml());
    }

    @RequestMapping
    ResponseEntity<Map<String, Object>> data(HttpServletRequest request) {
        var status = status(request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Map.of(
                        "status",
                        status.value(),
                        "title",
                        say(Languages.chosen(request.getCookies()), key(kind(status)) + ".title")));
    }

    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    /** What is not there reads the same wherever somebody comes upon it. */
    private static String key(String kind) {
        return kind.equals("not-found") ? kind : "open.error." + kind;
    }

    private static String kind(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND, FORBIDDEN, UNAUTHORIZED, METHOD_NOT_ALLOWED -> "not-found";
            case TOO_MANY_REQUESTS -> "too-many";
            case CONTENT_TOO_LARGE -> "too-large";
            default -> status.is4xxClientError() ? "not-understood" : "broken";
        };
    }

    private String menu(Locale language) {
        if (!signedIn.anyone()) {
            return "";
        }
        return frame.places(language).stream()
                .map(place -> "<li><a href=\"" + HtmlUtils.htmlEscape(place.path()) + "\">" + Icon.html(place.icon())
                        + "<span>" + HtmlUtils.htmlEscape(place.words(), "UTF-8") + "</span></a></li>")
                .collect(Collectors.joining(
                        "",
                        "<nav class=\"ve-menu\" aria-label=\"" + say(language, "shell.menu")
                                + "\"><div class=\"ve-wrap\"><ul>",
                        "</ul></div></nav>"));
    }

    private static String call(String words) {
        return words.replace(Prose.PHONE, "<a class=\"ve-phone\" href=\"" + Prose.CALL + "\">" + Prose.PHONE + "</a>");
    }

    private String onThisFace(Locale language, String key) {
        return HtmlUtils.htmlEscape(Words.on(settings.face(), language, key), "UTF-8");
    }

    private static String say(Locale language, String key) {
        return HtmlUtils.htmlEscape(Words.say(language, key), "UTF-8");
    }
}
