package nl.devservices.local.demo;

import java.nio.file.Path;
import java.time.Clock;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.CaseAssignments;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.consent.Mandates;
import nl.voorelkaar.consent.Parties;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.ShareCodes;
import nl.voorelkaar.dossier.decision.Decisions;
import nl.voorelkaar.dossier.intake.Intake;
import nl.voorelkaar.dossier.procedure.CaseDesk;
import nl.voorelkaar.dossier.procedure.Procedures;
import nl.voorelkaar.dossier.vault.GranteeKeys;
import nl.voorelkaar.portal.workspace.decisions.Announcing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Fills a new environment with the demo dossiers, once a face is ready and beside its work. */
@AutoConfiguration
@ConditionalOnProperty("voorelkaar.local.folder")
public class DemoAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAutoConfiguration.class);

    @Bean
    @Face.OnResident
    ApplicationListener<ApplicationReadyEvent> residentDemo(
            Environment settings,
            Residents residents,
            Dossiers dossiers,
            ShareCodes codes,
            AccessRequests requests,
            Grants grants,
            Mandates mandates,
            Intake intake,
            Decisions decisions,
            Clock clock,
            @Value("${voorelkaar.local.folder}") Path folder) {
        return ready -> begin(new ResidentDemo(
                new ResidentPersonas(login(settings), residents),
                dossiers,
                codes,
                requests,
                grants,
                mandates,
                new DemoQuestion(intake, decisions, clock),
                clock,
                folder));
    }

    @Bean
    @Face.OnWorkspace
    ApplicationListener<ApplicationReadyEvent> workspaceDemo(
            Environment settings,
            Parties parties,
            GranteeKeys granteeKeys,
            Residents residents,
            Dossiers dossiers,
            ShareCodes codes,
            AccessRequests requests,
            CaseAssignments cases,
            CaseDesk desk,
            Procedures procedures,
            Intake intake,
            Decisions decisions,
            Announcing announcing,
            Clock clock,
            @Value("${voorelkaar.local.folder}") Path folder) {
        return ready -> begin(new WorkspaceDemo(
                new StaffPersonas(login(settings), parties, granteeKeys, residents),
                dossiers,
                codes,
                requests,
                cases,
                new DemoRefusal(desk, procedures, intake, decisions, announcing, clock),
                clock,
                folder));
    }

    private static void begin(Runnable demo) {
        Thread.ofPlatform().daemon().name("demo-dossiers").start(() -> {
            try {
                demo.run();
                LOG.info("The demo dossiers are there");
            } catch (RuntimeException e) {
                LOG.error("The demo dossiers are not complete; they will be tried again at the next start", e);
            }
        });
    }

    private static DemoLogin login(Environment settings) {
        return new DemoLogin(
                settings.getRequiredProperty("voorelkaar.identity.issuer"),
                settings.getRequiredProperty("voorelkaar.identity.client-id"),
                settings.getRequiredProperty("voorelkaar.identity.client-secret"),
                settings.getRequiredProperty("voorelkaar.public-url"));
    }
}
