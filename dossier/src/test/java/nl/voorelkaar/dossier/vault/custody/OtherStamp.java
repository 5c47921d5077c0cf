package nl.voorelkaar.dossier.vault.custody;

/** A seal from elsewhere. */
public final class OtherStamp {

    private OtherStamp() {}

    public static SealStamp selfMade() {
        return SealStamp.selfMade("Gemeente Elders");
    }
}
