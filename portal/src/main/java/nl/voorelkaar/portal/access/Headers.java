package nl.voorelkaar.portal.access;

import java.util.ArrayList;
import java.util.List;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.header.Header;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** What every answer carries. Pages with scripts get a wider content security policy from {@link PagePolicy}. */
final class Headers {

    /** For everything that is no page: nothing may be loaded, framed or posted from it. */
    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String NO_DEVICES =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), display-capture=(), browsing-topics=()";

    private static final long TLS_SECONDS = 63_072_000;

    private Headers() {}

    static void apply(HeadersConfigurer<HttpSecurity> headers, HouseSettings settings) {
        // Pages are forwarded to Vaadin's servlet, after which the container closes the answer past Spring's wrapper:
        // headers that wait for that moment never leave.
        headers.withObjectPostProcessor(new EarlyHeaders());
        headers.defaultsDisabled()
                .cacheControl(Customizer.withDefaults())
                .addHeaderWriter(new StaticHeadersWriter(onEveryAnswer(settings)));
    }

    /** The same, for a request that is refused before it reaches a filter chain. */
    static HeaderWriter ofRefusal(HouseSettings settings) {
        var headers = onEveryAnswer(settings);
        headers.add(new Header("Cache-Control", "no-store"));
        return new StaticHeadersWriter(headers);
    }

    private static List<Header> onEveryAnswer(HouseSettings settings) {
        var headers = new ArrayList<>(List.of(
                new Header("X-Frame-Options", "DENY"),
                new Header("X-Content-Type-Options", "nosniff"),
                new Header("Content-Security-Policy", NOTHING),
                new Header("Referrer-Policy", ReferrerPolicy.SAME_ORIGIN.getPolicy()),
                new Header("Permissions-Policy", NO_DEVICES),
                new Header("Cross-Origin-Opener-Policy", CrossOriginOpenerPolicy.SAME_ORIGIN.getPolicy()),
                new Header("Cross-Origin-Resource-Policy", CrossOriginResourcePolicy.SAME_ORIGIN.getPolicy())));
        if (settings.secure()) {
            headers.add(new Header(
                    "Strict-Transport-Security", "max-age=" + TLS_SECONDS + " ; includeSubDomains ; preload"));
        }
        return headers;
    }

    /**
     * At sign-out the browser forgets what it kept of this site. Not {@code "cookies"}: that would also take those of
     * the municipality's other sites on the same domain; the session cookie is deleted by name.
     */
    static LogoutHandler clearSiteData() {
        return new HeaderWriterLogoutHandler(new StaticHeadersWriter("Clear-Site-Data", "\"cache\", \"storage\""));
    }

    private static final class EarlyHeaders implements ObjectPostProcessor<HeaderWriterFilter> {

        @Override
        public <O extends HeaderWriterFilter> O postProcess(O filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    }
}
