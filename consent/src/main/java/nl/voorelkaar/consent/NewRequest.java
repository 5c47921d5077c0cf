package nl.voorelkaar.consent;

import java.util.Optional;

/**
 * @param whatIfNo what happens when the resident says no, in the professional's words; 10 to 500 characters
 * @param newReason why ask again within 30 days of a refusal; empty the first time
 * @param found how the professional came to this resident; empty when that is not known any more
 */
public record NewRequest(
        ResidentId resident,
        Terms terms,
        Purpose purpose,
        Purpose whatIfNo,
        Optional<Purpose> newReason,
        Optional<HowFound> found) {

    public NewRequest(
            ResidentId resident, Terms terms, Purpose purpose, Purpose whatIfNo, Optional<Purpose> newReason) {
        this(resident, terms, purpose, whatIfNo, newReason, Optional.empty());
    }
}
