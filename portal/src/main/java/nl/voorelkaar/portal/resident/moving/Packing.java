package nl.voorelkaar.portal.resident.moving;

/** Who packs, so that nobody waits for it. */
@FunctionalInterface
public interface Packing {

    /** Some at once; others wait for their turn. */
    void soon(Runnable work);
}
