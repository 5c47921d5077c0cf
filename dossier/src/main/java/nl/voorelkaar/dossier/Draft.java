package nl.voorelkaar.dossier;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed in a form and is not saved.
 *
 * @param page where the form stands, to lead back to it; sealed with the rest
 * @param fields what was typed, by the name that the form gives each field
 * @param basedOn the version of what is being changed, as it was when the typing began; empty for something new
 * @param version how often it was kept; 0 for never
 * @param keptAt when it was kept last
 */
public record Draft(
        DraftId id,
        FormKey form,
        String page,
        Map<String, String> fields,
        Optional<Integer> basedOn,
        int version,
        Instant keptAt) {

    public Draft {
        fields = Map.copyOf(fields);
    }

    /** Something that was never kept before. */
    public static Draft begun(DraftId id, FormKey form, String page, Optional<Integer> basedOn) {
        return new Draft(id, form, page, Map.of(), basedOn, 0, Instant.EPOCH);
    }

    /** The same with what is typed now. */
    public Draft with(Map<String, String> typed) {
        return new Draft(id, form, page, typed, basedOn, version, keptAt);
    }

    /** The same, now based on another version of what is being changed. */
    public Draft on(int newer) {
        return new Draft(id, form, page, fields, Optional.of(newer), version, keptAt);
    }

    @Override
    public String toString() {
        return "Draft[" + id + "]";
    }
}
