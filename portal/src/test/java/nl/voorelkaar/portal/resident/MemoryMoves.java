package nl.voorelkaar.portal.resident;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.voorelkaar.consent.Actor;
import nl.voorelkaar.consent.Section;
import nl.voorelkaar.dossier.bag.Bag;
import nl.voorelkaar.dossier.bag.Bags;
import nl.voorelkaar.dossier.bag.Enclosures;
import nl.voorelkaar.dossier.vault.Scratch;
import nl.voorelkaar.portal.Partly;
import nl.voorelkaar.portal.resident.moving.Packing;

/** Packs when it is told to, and how far it is told to. */
class MemoryMoves implements Bags, Packing {

    final List<Set<Section>> packed = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    Runnable halfway = () -> {};

    @Override
    public void soon(Runnable work) {
        waiting.add(work);
    }

    void getsItsTurn() {
        waiting.removeFirst().run();
    }

    @Override
    public Bag pack(Actor.Resident actor, Set<Section> sections, Enclosures enclosures, Progress progress)
            throws IOException {
        packed.add(sections);
        progress.reached(1, 2);
        halfway.run();
        progress.reached(2, 2);
        var scratch = Scratch.open();
        var piece = scratch.write(to -> to.write(new byte[2048]));
        return Partly.made(Bag.class, scratch, piece, 2048L, (Runnable) () -> {});
    }

    @Override
    public Unpacked unpack(Actor.Resident actor, InputStream archive, Progress progress) {
        throw new UnsupportedOperationException("a browser sends it");
    }
}
