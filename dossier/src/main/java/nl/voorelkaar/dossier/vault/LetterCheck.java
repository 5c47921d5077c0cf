package nl.voorelkaar.dossier.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Set;
import java.util.UUID;
import nl.voorelkaar.consent.AccessRefused;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.LetterCode;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Sealing;
import nl.voorelkaar.consent.Section;

/**
 * Whether a resident without a login decided this: the code from the letter, made for this person and these sections
 * and no other, under a key that the workspace does not hold.
 */
final class LetterCheck {

    private final Sealing sealing;

    LetterCheck(Sealing sealing) {
        this.sealing = sealing;
    }

    /** @throws AccessRefused when it is not the code that was made for this */
    void require(ResidentId resident, LetterCode letter, UUID to, Set<Section> sections) {
        if (!MessageDigest.isEqual(
                made(resident, letter, to, sections), letter.typed().getBytes(UTF_8))) {
            throw new AccessRefused(Decision.Reason.NO_GROUND);
        }
    }

    private byte[] made(ResidentId resident, LetterCode letter, UUID to, Set<Section> sections) {
        try {
            return sealing.open(
                    Sealing.Kind.PROFILE,
                    resident.value(),
                    LetterCode.context(letter.act(), to, sections),
                    letter.sealed());
        } catch (SecurityException doesNotOpen) {
            throw new AccessRefused(Decision.Reason.NO_GROUND);
        }
    }
}
