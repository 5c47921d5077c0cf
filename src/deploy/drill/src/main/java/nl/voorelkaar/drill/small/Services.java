package nl.voorelkaar.drill.small;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The services of one face without its pages, in this process, with the settings of that face: for what people do
 * during a drill, and for a look at what opens. It does no chores and seals nothing; the faces do.
 */
public final class Services implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    /** @param environment of a face */
    Services(Map<String, String> environment, Clock clock) {
        var settings = new HashMap<String, Object>(environment);
        settings.keySet().removeIf(name -> name.startsWith("VOORELKAAR_SEALER") || name.startsWith("VOORELKAAR_LOCAL"));
        context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .initializers(starting -> {
                    starting.getEnvironment()
                            .getPropertySources()
                            .addFirst(new SystemEnvironmentPropertySource("face-systemEnvironment", settings));
                    ((GenericApplicationContext) starting).registerBean("clock", Clock.class, () -> clock);
                })
                .properties(Map.of(
                        "spring.flyway.enabled", "false",
                        "spring.jpa.open-in-view", "false",
                        "spring.main.banner-mode", "off",
                        "spring.main.register-shutdown-hook", "false",
                        "spring.datasource.hikari.maximum-pool-size", "4"))
                .run();
    }

    public <T> T get(Class<T> service) {
        return context.getBean(service);
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackages = "nl.voorelkaar")
    @ComponentScan({"nl.voorelkaar.consent", "nl.voorelkaar.dossier"})
    static class Parts {}
}
