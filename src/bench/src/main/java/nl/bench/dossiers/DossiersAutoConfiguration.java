package nl.bench.dossiers;

import java.nio.file.Path;
import java.time.Clock;
import nl.bench.measure.Pause;
import nl.voorelkaar.consent.AccessRequests;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.Grants;
import nl.voorelkaar.dossier.Dossiers;
import nl.voorelkaar.dossier.Residents;
import nl.voorelkaar.dossier.ShareCodes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;

/** Looks for orders, beside the work of a resident face. */
@AutoConfiguration
@Face.OnResident
public class DossiersAutoConfiguration {

    @Bean
    ApplicationListener<ApplicationReadyEvent> orderedDossiers(
            Residents residents,
            Dossiers dossiers,
            ShareCodes codes,
            AccessRequests requests,
            Grants grants,
            Clock clock,
            @Value("${voorelkaar.identity.issuer}") String issuer,
            @Value("${voorelkaar.identity.client-id}") String client,
            @Value("${voorelkaar.local.folder}") Path folder) {
        return ready -> Thread.ofPlatform().daemon().name("ordered-dossiers").start(() -> {
            while (true) {
                Order.take(folder, order -> {
                    var logins = new MadeUpLogins(folder.resolveSibling("stand-in"), issuer, client, clock);
                    var tokens = new ProgramTokens(order.issuer(), folder.resolveSibling("programma.jwk"));
                    return new DossiersThroughServices(
                                    order,
                                    logins,
                                    new Asking(order.workspace(), tokens),
                                    residents,
                                    dossiers,
                                    codes,
                                    requests,
                                    grants,
                                    clock)
                            .make();
                });
                Pause.millis(500);
            }
        });
    }
}
