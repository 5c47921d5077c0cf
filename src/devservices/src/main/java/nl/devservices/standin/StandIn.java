package nl.devservices.standin;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.devservices.clock.AdjustableClock;
import nl.devservices.clock.ClockEndpoint;
import nl.devservices.clock.Followers;
import nl.devservices.identity.IdentityConfiguration;
import nl.devservices.identity.PersonsEndpoint;
import nl.devservices.identity.Provider;
import nl.devservices.identity.ProviderName;
import nl.devservices.identity.Relying;
import nl.devservices.mailbox.Letters;
import nl.devservices.mailbox.MailServer;
import nl.devservices.mailbox.Mailbox;
import nl.devservices.mailbox.MailboxPages;
import nl.devservices.timestamp.LocalTimestamps;
import nl.devservices.timestamp.TimestampEndpoint;
import nl.devservices.witness.LocalWitness;
import nl.devservices.witness.WitnessEndpoint;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Everything that production gets from others, on one loopback port: two identity providers, the clock, the mailbox, a
 * timestamp authority, two witnesses and a start page. Can run beside another Spring application in one JVM: it reads
 * none of its configuration.
 */
public final class StandIn implements AutoCloseable {

    private static final int WITNESSES = 2;

    private final ConfigurableApplicationContext context;
    private final int port;

    private StandIn(ConfigurableApplicationContext context, int port) {
        this.context = context;
        this.port = port;
    }

    /**
     * @param port where it listens, on 127.0.0.1; names itself {@code http://localhost:<port>}
     * @param folder what it keeps over restarts
     * @param residents applications at {@code /digid}
     * @param staff applications at {@code /medewerker}
     * @param addresses for the start page: what is where, in order
     */
    public static StandIn start(
            int port, Path folder, List<Relying> residents, List<Relying> staff, Map<String, String> addresses) {
        var address = "http://localhost:" + port;
        var clock = new AdjustableClock(folder.resolve("klok"));
        var keys = folder.resolve("aanbieders");
        var application = new SpringApplication(Web.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(org.springframework.boot.Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        application.setDefaultProperties(Map.of(
                "spring.config.location",
                "classpath:/nl/devservices/standin/stand-in.properties",
                "server.port",
                String.valueOf(port)));
        application.addInitializers(started -> {
            var registry = (GenericApplicationContext) started;
            registry.registerBean(AdjustableClock.class, () -> clock);
            registry.registerBean(
                    "digidProvider",
                    Provider.class,
                    () -> new Provider(ProviderName.DIGID, address + "/digid", residents, keys, clock));
            registry.registerBean(
                    "medewerkerProvider",
                    Provider.class,
                    () -> new Provider(ProviderName.MEDEWERKER, address + "/medewerker", staff, keys, clock));
            registry.registerBean(Mailbox.class, () -> new Mailbox(folder.resolve("post.jsonl"), clock));
            registry.registerBean(Letters.class, () -> new Letters(folder.resolve("brieven")));
            registry.registerBean(
                    LocalTimestamps.class, () -> LocalTimestamps.in(folder.resolve("tijdstempels"), clock));
            for (var number = 1; number <= WITNESSES; number++) {
                var witness = "getuige-" + number;
                registry.registerBean(
                        witness,
                        LocalWitness.class,
                        () -> new LocalWitness(witness + ".local.example", folder.resolve(witness), clock));
            }
            registry.registerBean(Addresses.class, () -> new Addresses(address, addresses));
        });
        return new StandIn(application.run(), port);
    }

    public String address() {
        return "http://localhost:" + port;
    }

    public String residentIssuer() {
        return address() + "/digid";
    }

    public String staffIssuer() {
        return address() + "/medewerker";
    }

    /** The timestamp authority (RFC 3161), on the same clock. */
    public String timestamps() {
        return address() + "/tsa";
    }

    /** The witnesses of the transparency log, as the product is told: address, blank, verifier key; commas between. */
    public String witnesses() {
        return IntStream.rangeClosed(1, WITNESSES)
                .mapToObj(number -> address() + "/getuige/" + number + " "
                        + context.getBean("getuige-" + number, LocalWitness.class)
                                .verifierKey())
                .collect(Collectors.joining(", "));
    }

    /** Where to send letters to, in the manner of NotifyNL. */
    public String letters() {
        return address();
    }

    /** The register of persons, in the manner of Haal Centraal BRP Personen. */
    public String persons() {
        return address() + "/haalcentraal/api/brp";
    }

    /** What changed in that register, in the manner of Haal Centraal BRP Update. */
    public String personsChanged() {
        return persons() + "-update";
    }

    public PersonsEndpoint register() {
        return context.getBean(PersonsEndpoint.class);
    }

    public AdjustableClock clock() {
        return context.getBean(AdjustableClock.class);
    }

    public Mailbox mailbox() {
        return context.getBean(Mailbox.class);
    }

    /** Where to send mail to, on 127.0.0.1. */
    public int smtpPort() {
        return context.getBean(MailServer.class).port();
    }

    @Override
    public void close() {
        context.close();
    }

    /** @param standIn own address */
    record Addresses(String standIn, Map<String, String> others) {}

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        HttpEncodingAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    @Import({
        IdentityConfiguration.class,
        ClockEndpoint.class,
        MailboxPages.class,
        PersonsEndpoint.class,
        StartPage.class,
        TimestampEndpoint.class,
        WitnessEndpoint.class
    })
    static class Web {

        @Bean
        Followers followers(AdjustableClock clock) {
            return new Followers(clock);
        }

        @Bean
        MailServer mailServer(Mailbox mailbox) {
            return new MailServer(mailbox);
        }
    }
}
