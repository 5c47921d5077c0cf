package nl.voorelkaar.consent;

import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants to do: one action in some sections of one dossier.
 *
 * @param step which step of a procedure is taken, for the resident's log, such as {@code plan.sign}: never content;
 *     empty for every other action
 * @param only the one thing in those sections that it is about, for who was let into that and nothing else; empty for
 *     all
 */
public record Access(
        ResidentId resident, Set<Section> sections, Action action, Optional<String> step, Optional<Thing> only) {

    public Access {
        sections = Set.copyOf(sections);
        if (sections.isEmpty()) {
            throw new IllegalArgumentException("an access names at least one section");
        }
        if (step.isPresent() != (action == Action.TAKE_PART)) {
            throw new IllegalArgumentException("taking part names its step, and nothing else does");
        }
        step.filter(name -> !name.matches("[a-z-]{1,30}\\.[a-z-]{1,40}")).ifPresent(name -> {
            throw new IllegalArgumentException("a step is named by its procedure and its verb");
        });
    }

    public Access(ResidentId resident, Set<Section> sections, Action action, Optional<String> step) {
        this(resident, sections, action, step, Optional.empty());
    }

    public Access(ResidentId resident, Set<Section> sections, Action action) {
        this(resident, sections, action, Optional.empty());
    }

    /** The same, of this thing alone. */
    public Access only(Thing thing) {
        return new Access(resident, sections, action, step, Optional.of(thing));
    }

    public static Access read(ResidentId resident, Section... sections) {
        return new Access(resident, Set.of(sections), Action.READ);
    }

    public static Access add(ResidentId resident, Section section) {
        return new Access(resident, Set.of(section), Action.ADD);
    }

    /** @param step procedure and verb, such as {@code plan.sign} */
    public static Access step(ResidentId resident, Set<Section> sections, String step) {
        return new Access(resident, sections, Action.TAKE_PART, Optional.of(step));
    }

    /** What can be done with the content of a section. */
    public enum Action {
        READ,
        ADD,
        /** Change what one wrote oneself; earlier versions stay. */
        EDIT,
        /** Take away what one wrote oneself. */
        REMOVE,
        /**
         * Take a step in a procedure: file, sign, decide, object. Residents do so in their municipal file too; whose
         * turn it is, is for the procedure to say.
         */
        TAKE_PART
    }
}
