package nl.devservices.local.gallery;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import nl.voorelkaar.dossier.paper.Paper;
import nl.voorelkaar.dossier.paper.Papers;
import nl.voorelkaar.portal.ui.Words;
import org.springframework.web.util.HtmlUtils;

/** The templates as text, and each bundle on paper as the printer makes it. Values show their names. */
final class Gallery extends HttpFilter {

    static final String PATH = "/lokaal/sjablonen";

    @Serial
    private static final long serialVersionUID = 1L;

    private static final List<Locale> LANGUAGES = List.of(Locale.of("nl"), Locale.ENGLISH);

    private final transient Papers papers;
    private final transient Clock clock;

    Gallery(Papers papers, Clock clock) {
        this.papers = papers;
        this.clock = clock;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var wanted = request.getRequestURI().substring(PATH.length());
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        if (wanted.isEmpty()) {
            send(response, "text/html;charset=UTF-8", page().getBytes(StandardCharsets.UTF_8));
            return;
        }
        var pdf = Template.bundles().stream()
                .flatMap(bundle -> LANGUAGES.stream()
                        .filter(language -> wanted.equals(address(bundle, language)))
                        .map(language -> papers.print(paper(bundle, language)).pdf()))
                .findFirst();
        if (pdf.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        send(response, "application/pdf", pdf.get());
    }

    private static String page() {
        var html = new StringBuilder("""
                <!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Sjablonen</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"><style>
                body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
                table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.5rem;
                border-bottom:1px solid #ccc;white-space:pre-wrap;overflow-wrap:anywhere}th[scope=row]{width:22%}
                </style></head><body><main><h1>Sjablonen</h1>
                <p>Alle teksten voor brieven, berichten en papieren. Waar straks een waarde komt, staat haar naam.</p>
                """);
        notice(html);
        for (var bundle : Template.bundles()) {
            html.append("<h2>").append(text(bundle)).append("</h2><p>");
            for (var language : LANGUAGES) {
                html.append("<a hreflang=\"")
                        .append(language.getLanguage())
                        .append("\" href=\"")
                        .append(text(PATH + address(bundle, language)))
                        .append("\">Op papier (")
                        .append(language.getLanguage())
                        .append(")</a> ");
            }
            html.append("</p><table><thead><tr><th scope=\"col\">Naam</th><th scope=\"col\">Nederlands</th>")
                    .append("<th scope=\"col\">English</th></tr></thead><tbody>");
            for (var template : Template.in(bundle)) {
                html.append("<tr><th scope=\"row\">")
                        .append(text(template.key()))
                        .append("</th>");
                for (var language : LANGUAGES) {
                    html.append("<td lang=\"")
                            .append(language.getLanguage())
                            .append("\">")
                            .append(text(template.example(language).plain()))
                            .append("</td>");
                }
                html.append("</tr>");
            }
            html.append("</tbody></table>");
        }
        return html.append("</main></body></html>").toString();
    }

    /** The one mail and the one text message that there are: the same whatever happened. */
    private static void notice(StringBuilder html) {
        html.append(
                "<h2>Bericht per mail en per sms</h2><p>Hetzelfde bericht, wat er ook is. Nooit met inhoud.</p><table><tbody>");
        for (var key : List.of("notice.subject", "notice.text", "notice.sms")) {
            html.append("<tr><th scope=\"row\">").append(key).append("</th>");
            for (var language : LANGUAGES) {
                html.append("<td lang=\"")
                        .append(language.getLanguage())
                        .append("\">")
                        .append(text(Words.say(language, key, "‹adres›")))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
    }

    private Paper paper(String bundle, Locale language) {
        var paper = Paper.in(language, bundle, clock.instant());
        for (var template : Template.in(bundle)) {
            paper.heading(2, template.key()).text(template.example(language));
        }
        return paper.build();
    }

    private static String address(String bundle, Locale language) {
        return "/" + bundle + "-" + language.getLanguage() + ".pdf";
    }

    private static void send(HttpServletResponse response, String type, byte[] content) throws IOException {
        response.setContentType(type);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
