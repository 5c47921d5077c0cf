package nl.voorelkaar.consent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a resident can let a carer do (DOMAIN §2.6). Each is off until the resident puts it on; none brings another
 * along. What each opens is in {@code consent.decision.Delegation}. The names are stored.
 */
public enum MandateScope {
    LEZEN_PLAN,
    LEZEN_BESLUITEN,
    LEZEN_GEZONDHEID,
    BERICHTEN,
    AFSPRAKEN,
    DOCUMENTEN_TOEVOEGEN,
    MELDING,
    AANVRAAG,
    BEZWAAR,
    KLACHT,
    ONDERTEKENEN,
    TOESTEMMING_BEHEREN;

    /** The public code, as in {@code lezen_plan}: used in test handles and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MandateScope> ofCode(String code) {
        return Arrays.stream(values())
                .filter(scope -> scope.code().equals(code))
                .findFirst();
    }
}
