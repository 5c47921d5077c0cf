package nl.voorelkaar.dossier.vault.custody;

import nl.voorelkaar.consent.Face;

/**
 * A key that wraps keys. The number is stored and never reused.
 *
 * <p>Each opens what its name says, and is in the credentials of the faces that need it: the workspace cannot unwrap
 * the root key of a resident's own part, whatever its program does.
 */
public enum Kek {
    /** What is the resident's: root keys of <i>Mijn deel</i>, leases that are on hold, what the register keeps. */
    OWN(1),
    /** The municipal file, for which the college is responsible by law; and leases that hold. */
    MUNICIPAL(2),
    /** Names and request texts. */
    DIRECTORY(3),
    /** Private halves of the keys of professionals. */
    GRANTEES(4);

    private final int number;

    Kek(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public boolean heldBy(Face face) {
        return switch (this) {
            case OWN -> face == Face.RESIDENT;
            case GRANTEES -> face == Face.WORKSPACE;
            case MUNICIPAL, DIRECTORY -> true;
        };
    }
}
