package nl.voorelkaar.consent;

import java.util.Set;

/** What somebody wants to do: one action in some sections of one dossier. */
public record Access(ResidentId resident, Set<Section> sections, Action action) {

    public Access {
        sections = Set.copyOf(sections);
        if (sections.isEmpty()) {
            throw new IllegalArgumentException("an access names at least one section");
        }
    }

    public static Access read(ResidentId resident, Section... sections) {
        return new Access(resident, Set.of(sections), Action.READ);
    }

    public static Access add(ResidentId resident, Section section) {
        return new Access(resident, Set.of(section), Action.ADD);
    }

    /** What can be done with the content of a section. */
    public enum Action {
        READ,
        ADD,
        /** Change what one wrote oneself; earlier versions stay. */
        EDIT,
        /** Take away what one wrote oneself. */
        REMOVE
    }
}
