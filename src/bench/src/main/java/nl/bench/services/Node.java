package nl.bench.services;

import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.RateLimits;
import nl.voorelkaar.dossier.vault.custody.KeyCustody;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One process of the product, as far as it is here: the services of a face. */
public record Node(ConfigurableApplicationContext context) implements AutoCloseable {

    /** Turns without end: who measures asks more in a minute than people do in a year. */
    public static final String UNLIMITED = "bench.unlimited";

    /** @param settings where its databases and its identity provider are */
    public static Node start(Face face, Clock clock, KeyCustody keys, Map<String, String> settings) {
        var all = new HashMap<String, Object>(Map.of(
                "voorelkaar.face", face.name().toLowerCase(Locale.ROOT),
                "voorelkaar.public-url", "http://localhost",
                "voorelkaar.municipality.name", "Gemeente Voorbeeldstad",
                "spring.jpa.open-in-view", "false",
                "spring.jpa.hibernate.ddl-auto", "none",
                "spring.main.banner-mode", "off",
                "logging.level.root", "ERROR",
                // Nothing is timestamped here.
                "voorelkaar.timestamp.url", "http://localhost/"));
        all.putAll(settings);
        return new Node(new SpringApplicationBuilder(WithoutPages.class)
                .web(WebApplicationType.NONE)
                .initializers(starting -> {
                    var beans = (GenericApplicationContext) starting;
                    beans.registerBean("clock", Clock.class, () -> clock);
                    beans.registerBean("keys", KeyCustody.class, () -> keys);
                    if (settings.containsKey(UNLIMITED)) {
                        beans.registerBean("unlimited", RateLimits.class, Turns::new, bean -> bean.setPrimary(true));
                    }
                })
                .properties(all)
                .run());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    private record Turns() implements RateLimits {

        @Override
        public boolean take(Limit limit, UUID who) {
            return true;
        }

        @Override
        public void giveBack(Limit limit, UUID who) {}
    }
}
