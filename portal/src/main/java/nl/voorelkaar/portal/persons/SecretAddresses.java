package nl.voorelkaar.portal.persons;

import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.dossier.Residents;
import org.springframework.stereotype.Component;

/**
 * Whose address stays from whoever acts for them, by a mandate or by law (geheimhouding, DOMAIN §7). A register that
 * does not answer counts as a secret: what was shown once cannot be taken back.
 */
@Component
@Face.OnResident
public class SecretAddresses {

    private final Residents residents;
    private final PersonsRegister register;

    SecretAddresses(Residents residents, PersonsRegister register) {
        this.residents = residents;
        this.register = register;
    }

    public boolean of(ResidentId resident) {
        return residents
                .bsnOf(resident)
                .flatMap(register::find)
                .map(PersonsRegister.Person::addressSecret)
                .orElse(true);
    }
}
