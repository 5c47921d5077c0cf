package nl.voorelkaar.portal;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Refuses to start when a setting is missing or unfit, before any bean is made. All that is wrong is named at once; a
 * value is never repeated, because it may be a secret.
 */
public final class RequiredSettings implements ApplicationListener<ApplicationPreparedEvent> {

    static final List<String> REQUIRED = List.of(
            "voorelkaar.public-url",
            "voorelkaar.municipality.name",
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "voorelkaar.keystore.url",
            "voorelkaar.keystore.username",
            "voorelkaar.keystore.password",
            "voorelkaar.custody.directory",
            "voorelkaar.custody.password",
            "voorelkaar.timestamp.url",
            "voorelkaar.identity.issuer",
            "voorelkaar.identity.client-id",
            "voorelkaar.identity.client-secret",
            "spring.mail.host",
            "spring.mail.port",
            "voorelkaar.mail.from",
            "voorelkaar.letters.url",
            "voorelkaar.brp.url");

    private static final String PROXIES = "server.tomcat.remoteip.internal-proxies";

    /** Each makes the container believe forwarded headers, whatever the strategy says. */
    private static final List<String> FORWARDED =
            List.of("server.tomcat.remoteip.remote-ip-header", "server.tomcat.remoteip.protocol-header");

    private static final Pattern NETWORK = Pattern.compile("[0-9a-fA-F.:]{3,45}/[0-9]{1,3}");

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        check(event.getApplicationContext().getEnvironment());
    }

    static void check(Environment environment) {
        var wrong = new ArrayList<String>();
        switch (environment.getProperty("voorelkaar.face", "")) {
            case "resident", "workspace" -> {}
            case "" -> wrong.add("voorelkaar.face is missing: say resident or workspace");
            default -> wrong.add("voorelkaar.face must be resident or workspace");
        }
        for (var name : REQUIRED) {
            if (environment.getProperty(name, "").isBlank()) {
                wrong.add(name + " is missing");
            }
        }
        var publicUrl = environment.getProperty("voorelkaar.public-url", "");
        if (!publicUrl.isBlank() && !fit(publicUrl)) {
            wrong.add(
                    "voorelkaar.public-url must be https, without path or query; only localhost may do without https");
        }
        if (environment.getProperty("vaadin.disable-xsrf-protection", Boolean.class, false)
                || environment.getProperty("vaadin.disableXsrfProtection", Boolean.class, false)) {
            wrong.add("vaadin.disable-xsrf-protection must stay off");
        }
        checkProxies(environment, wrong);
        if (!wrong.isEmpty()) {
            throw new SettingsMissing(wrong);
        }
    }

    /**
     * Whoever is believed about where a request comes from can pass every limit per address. So nobody is, until an
     * operator names them; what Spring Boot believes by itself is every private network there is.
     */
    private static void checkProxies(Environment environment, List<String> wrong) {
        var strategy = environment.getProperty("server.forward-headers-strategy", "none");
        var believes = !strategy.equalsIgnoreCase("none")
                || FORWARDED.stream()
                        .anyMatch(name -> !environment.getProperty(name, "").isBlank());
        if (strategy.equalsIgnoreCase("framework")) {
            wrong.add("server.forward-headers-strategy must be native or none: framework believes everybody");
        } else if (believes && !networks(environment.getProperty(PROXIES, ""))) {
            wrong.add(PROXIES
                    + " must name the proxies that are believed, as networks with a comma between: 192.0.2.7/32");
        }
    }

    private static boolean networks(String list) {
        return !list.isBlank()
                && Arrays.stream(list.split(",", -1)).map(String::strip).allMatch(RequiredSettings::network);
    }

    private static boolean network(String text) {
        return NETWORK.matcher(text).matches() && !text.endsWith("/0");
    }

    private static boolean fit(String publicUrl) {
        try {
            var url = URI.create(publicUrl);
            var bare = (url.getPath().isEmpty() || url.getPath().equals("/")) && url.getQuery() == null;
            return url.getHost() != null
                    && bare
                    && ("https".equals(url.getScheme())
                            || "http".equals(url.getScheme()) && "localhost".equals(url.getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What is wrong with the settings, one line each, without any value. */
    static final class SettingsMissing extends RuntimeException {

        private final List<String> wrong;

        SettingsMissing(List<String> wrong) {
            super("Voor Elkaar does not start: " + String.join("; ", wrong));
            this.wrong = List.copyOf(wrong);
        }

        List<String> wrong() {
            return wrong;
        }
    }
}
