package nl.devservices.page;

import org.springframework.web.util.HtmlUtils;

/** The frame of every page of the stand-in, so that none can be taken for a real login. */
public final class Html {

    private Html() {}

    public static String text(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    /** @param body HTML */
    public static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="nl">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>%1$s – nagemaakt</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="/stijl.css">
                </head>
                <body>
                <p class="nagemaakt"><strong>Nagemaakt.</strong> Dit hoort bij de lokale omgeving. Het is geen echte \
                login en niemand hier bestaat echt.</p>
                <main>
                <h1>%1$s</h1>
                %2$s
                </main>
                </body>
                </html>
                """.formatted(text(title), body);
    }
}
