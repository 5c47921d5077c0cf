package nl.voorelkaar;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void arrowsPointFromPortalToDossierToConsentOnly() {
        ApplicationModules.of(Application.class).verify();
    }
}
