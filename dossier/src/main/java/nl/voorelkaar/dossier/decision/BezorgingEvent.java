package nl.voorelkaar.dossier.decision;

/** What a resident chose. */
public sealed interface BezorgingEvent {

    /** @param inPortal false for letters */
    record Chosen(boolean inPortal) implements BezorgingEvent {}
}
