package nl.voorelkaar.dossier;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.voorelkaar.consent.Decision;
import nl.voorelkaar.consent.ResidentId;
import nl.voorelkaar.consent.Right;
import nl.voorelkaar.consent.Section;

/**
 * What somebody sees of a dossier: the value behind the professional's screen and, made by the same code, behind the
 * resident's preview of that screen.
 *
 * @param name the resident's name, when the ground covers recognising the person
 * @param sections in the order of {@link Section}
 */
public record DossierView(ResidentId resident, Optional<String> name, List<SectionView> sections) {

    @Override
    public String toString() {
        return "DossierView[" + resident + "]";
    }

    /**
     * @param entries newest date first; at most 500
     * @param more whether there are older ones than shown
     * @param beside what the resident says beside the section as a whole (AVG 16)
     */
    public record SectionView(
            Section section,
            Decision.Permitted ground,
            Set<Right> rights,
            List<Entry> entries,
            boolean more,
            List<Statement> beside) {

        /** With nothing beside it. */
        public SectionView(
                Section section, Decision.Permitted ground, Set<Right> rights, List<Entry> entries, boolean more) {
            this(section, ground, rights, entries, more, List.of());
        }
    }
}
