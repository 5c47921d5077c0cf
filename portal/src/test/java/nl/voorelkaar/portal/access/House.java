package nl.voorelkaar.portal.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategy;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import nl.devservices.clock.AdjustableClock;
import nl.devservices.identity.Program;
import nl.devservices.identity.Relying;
import nl.devservices.postgres.TestPostgres;
import nl.devservices.standin.StandIn;
import nl.voorelkaar.Application;
import nl.voorelkaar.consent.ConsentSchema;
import nl.voorelkaar.dossier.DossierSchema;
import nl.voorelkaar.dossier.vault.custody.CustodyPassword;
import nl.voorelkaar.dossier.vault.custody.FileCustody;
import nl.voorelkaar.portal.PortalSchema;
import nl.voorelkaar.portal.RequiredSettings;
import nl.voorelkaar.portal.operation.Listener;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Both faces as they run in production, in this JVM: real filter chains on real ports, a real database and key custody,
 * and the stand-in identity providers. Started once per test run.
 */
public final class House {

    private static final String PASSWORD = "only for this test run";

    public final StandIn standIn;
    public final TestPostgres.Databases databases;
    public final ConfigurableApplicationContext resident;
    public final ConfigurableApplicationContext workspace;
    /** Programs of others that use the interface of a face; the secret half of the key that each has registered. */
    public final ECKey programKey = newKey();

    private final int residentPort;
    private final int workspacePort;

    /**
     * Who is signed in on a thread is kept per JVM: in production a process holds one application, here it holds three.
     */
    private final SecurityContextHolderStrategy signedIn = new VaadinAwareSecurityContextHolderStrategy();

    private House() throws IOException {
        SecurityContextHolder.setContextHolderStrategy(signedIn);
        var folder = Files.createTempDirectory("house");
        residentPort = freePort();
        workspacePort = freePort();
        standIn = StandIn.start(
                freePort(),
                folder.resolve("stand-in"),
                List.of(Relying.springClient("inwoner", "geheim-1", "http://localhost:" + residentPort, "digid")
                        .with(program("kluis", "AANB"))),
                List.of(Relying.springClient("werkplek", "geheim-2", "http://localhost:" + workspacePort, "medewerker")
                        .with(program("zorgplan", "AANB"), program("buurman", "AANB"), program("beslisser", "BES"))),
                Map.of());
        databases = TestPostgres.shared().databases("portal", House::migrate);
        var custody = folder.resolve("custody");
        FileCustody.initialise(
                custody, new CustodyPassword(PASSWORD), new CustodyPassword(PASSWORD), "Gemeente Voorbeeldstad");
        resident = start(
                "resident",
                residentPort,
                databases.residentFace(),
                standIn.residentIssuer(),
                "inwoner",
                "geheim-1",
                custody);
        workspace = start(
                "workspace",
                workspacePort,
                databases.workspaceFace(),
                standIn.staffIssuer(),
                "werkplek",
                "geheim-2",
                custody);
    }

    private Program program(String clientId, String role) {
        return new Program(
                clientId,
                programKey.toPublicJWK(),
                Optional.of(URI.create("http://localhost/terug")),
                "ZorgPlan (computerprogramma)",
                role,
                "zorg-voorbeeld",
                "Zorg Voorbeeld");
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("programma").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static House running() {
        return Shared.HOUSE;
    }

    public String residentFace() {
        return "http://localhost:" + residentPort;
    }

    public String workspaceFace() {
        return "http://localhost:" + workspacePort;
    }

    /** That of a resident who signed in with this browser. */
    HttpSession sessionOf(Browser browser) {
        var id = browser.cookie("VE_INWONER").orElseThrow().getValue();
        return resident.getBean(OpenSessions.class).now().stream()
                .map(OpenSession::http)
                .filter(session -> session.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public AdjustableClock clock() {
        return standIn.clock();
    }

    public void advance(Duration time) {
        clock().set(clock().instant().plus(time));
    }

    private static void migrate(TestPostgres.Databases fresh) {
        ConsentSchema.migrate(fresh.owner());
        DossierSchema.migrate(fresh.owner());
        PortalSchema.migrate(fresh.owner());
        DossierSchema.migrateKeystore(fresh.keysOwner());
    }

    private ConfigurableApplicationContext start(
            String face, int port, DataSource database, String issuer, String client, String secret, Path custody) {
        var main = (PGSimpleDataSource) database;
        var keystore = (PGSimpleDataSource) databases.broker();
        var settings = new HashMap<String, Object>();
        settings.put("voorelkaar.face", face);
        settings.put("voorelkaar.public-url", "http://localhost:" + port);
        settings.put("voorelkaar.municipality.name", "gemeente Voorbeeldstad");
        settings.put("voorelkaar.keystore.url", keystore.getUrl());
        settings.put("voorelkaar.keystore.username", keystore.getUser());
        settings.put("voorelkaar.keystore.password", keystore.getPassword());
        settings.put("voorelkaar.custody.directory", custody.toString());
        settings.put("voorelkaar.custody.password", PASSWORD);
        settings.put("voorelkaar.timestamp.url", standIn.timestamps());
        settings.put("voorelkaar.identity.issuer", issuer);
        settings.put("voorelkaar.identity.client-id", client);
        settings.put("voorelkaar.identity.client-secret", secret);
        settings.put("voorelkaar.letters.url", standIn.letters());
        settings.put("voorelkaar.sms.template", "bericht");
        settings.put("voorelkaar.brp.url", standIn.persons());
        settings.put("voorelkaar.brp.updates-url", standIn.personsChanged());
        settings.put("voorelkaar.mail.from", "dossier@voorbeeldstad.example");
        settings.put("voorelkaar.bounces.address", "terug@voorbeeldstad.example");
        settings.put("spring.datasource.url", main.getUrl());
        settings.put("spring.datasource.username", main.getUser());
        settings.put("spring.datasource.password", main.getPassword());
        settings.put("spring.mail.host", "localhost");
        settings.put("spring.mail.port", standIn.smtpPort());
        settings.put("server.port", port);
        settings.put("management.tracing.sampling.probability", "1.0");
        var application = new SpringApplication(Application.class);
        application.addListeners(new RequiredSettings());
        application.setDefaultProperties(settings);
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> {
            var beans = (GenericApplicationContext) context;
            beans.registerBean("clock", Clock.class, standIn::clock);
            beans.registerBean(SecurityContextHolderStrategy.class, () -> signedIn);
            beans.registerBean(Listener.class, Listener::new);
            beans.registerBean(
                    TypeExcludeFilter.class.getName() + ".tests", TypeExcludeFilter.class, OnlyTheProduct::new);
        });
        return application.run();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Beans that other tests bring along are not part of the product. */
    private static final class OnlyTheProduct extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getResource().getURI().toString().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OnlyTheProduct;
        }

        @Override
        public int hashCode() {
            return OnlyTheProduct.class.hashCode();
        }
    }

    private static final class Shared {

        static final House HOUSE = start();

        private static House start() {
            try {
                return new House();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
