package nl.voorelkaar.dossier.plan;

import java.util.Optional;

/**
 * What somebody signs for.
 *
 * @param sha256 of the frozen version that was on the screen
 * @param declaration the exact text that was confirmed; at most 1 000 characters
 * @param readToTheEnd whether the person reached the end of the plan on the page
 * @param apply the resident's choice; empty for a professional
 */
public record Intent(String sha256, Signer as, String declaration, boolean readToTheEnd, Optional<Apply> apply) {

    @Override
    public String toString() {
        return "Intent[" + as + "]";
    }
}
