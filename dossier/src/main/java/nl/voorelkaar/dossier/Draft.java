package nl.voorelkaar.dossier;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed in a form and is not saved.
 *
 * @param fields what was typed, by the name that the form gives each field
 * @param basedOn the version of what is being changed, as it was when the typing began; empty for something new
 * @param version how often it was kept; 0 for never
 * @param keptAt when it was kept last
 */
public record Draft(
        DraftId id, FormKey form, Map<String, String> fields, Optional<Integer> basedOn, int version, Instant keptAt) {

    public Draft {
        fields = Map.copyOf(fields);
    }

    /** Something that was never kept before. */
    public static Draft begun(DraftId id, FormKey form, Optional<Integer> basedOn) {
        return new Draft(id, form, Map.of(), basedOn, 0, Instant.EPOCH);
    }

    /** The same with what is typed now. */
    public Draft with(Map<String, String> typed) {
        return new Draft(id, form, typed, basedOn, version, keptAt);
    }

    @Override
    public String toString() {
        return "Draft[" + id + "]";
    }
}
