package nl.voorelkaar.portal.resident.draft;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.voorelkaar.consent.Face;
import nl.voorelkaar.consent.UuidV7;
import nl.voorelkaar.dossier.DraftId;
import nl.voorelkaar.dossier.Drafts;
import nl.voorelkaar.dossier.FormKey;
import nl.voorelkaar.portal.access.SignedIn;
import nl.voorelkaar.portal.ui.Typed;
import org.springframework.stereotype.Component;

/**
 * For every form in which a resident writes more than a word: put the result above the form once its fields have their
 * first values, and tell it when the form was saved.
 *
 * <pre>{@code
 * var kept = drafting.of(new FormKey("bezwaar/" + id), Map.of("why", why, "wish", wish));
 * add(kept, form); // and in the act that saves: kept.done();
 * }</pre>
 */
@Component
@Face.OnResident
public class Drafting {

    private final Drafts drafts;
    private final SignedIn signedIn;
    private final Clock clock;

    Drafting(Drafts drafts, SignedIn signedIn, Clock clock) {
        this.drafts = drafts;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** @param fields by a name that stays the same over the years; not told apart by language */
    public KeptDraft of(FormKey form, Map<String, ? extends Typed> fields) {
        return of(form, Optional.empty(), fields);
    }

    /** @param version of what is being changed, as it is on the screen now */
    public KeptDraft of(FormKey form, int version, Map<String, ? extends Typed> fields) {
        return of(form, Optional.of(version), fields);
    }

    private KeptDraft of(FormKey form, Optional<Integer> version, Map<String, ? extends Typed> fields) {
        return new KeptDraft(
                drafts,
                signedIn.resident(),
                () -> new DraftId(UuidV7.at(clock.instant())),
                form,
                version,
                new LinkedHashMap<>(fields));
    }
}
