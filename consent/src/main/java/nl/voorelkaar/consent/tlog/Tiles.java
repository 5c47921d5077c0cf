package nl.voorelkaar.consent.tlog;

import java.util.Arrays;

/** The hashes of a tree, from its tiles (C2SP tlog-tiles): 256 hashes each, the last of a level may have fewer. */
final class Tiles implements Tree.Subtrees {

    /** Hashes in a tile. */
    static final int WIDTH = 256;

    /** Where entries are kept, beside the levels of hashes. */
    static final int ENTRIES = -1;

    private static final int HEIGHT = 8;

    private final Source source;

    Tiles(Source source) {
        this.source = source;
    }

    /** Gives a tile as far as it is there. */
    interface Source {

        /** @return a whole number of hashes, at most 256; none when there is no such tile */
        byte[] read(int level, long number);
    }

    @Override
    public byte[] hash(int height, long index) {
        var level = height / HEIGHT;
        var within = height % HEIGHT;
        var first = index << within;
        var tile = source.read(level, first / WIDTH);
        var offset = (int) (first % WIDTH);
        var count = 1 << within;
        if (tile.length < (offset + count) * Hashes.LENGTH) {
            throw new MissingTile(level, first / WIDTH);
        }
        return root(tile, offset, count);
    }

    /** @param count a power of two */
    static byte[] root(byte[] tile, int offset, int count) {
        var hashes = new byte[count][];
        for (var i = 0; i < count; i++) {
            hashes[i] = hash(tile, offset + i);
        }
        for (var left = count; left > 1; left /= 2) {
            for (var i = 0; i < left / 2; i++) {
                hashes[i] = Hashes.inner(hashes[2 * i], hashes[2 * i + 1]);
            }
        }
        return hashes[0];
    }

    static byte[] hash(byte[] tile, int index) {
        return Arrays.copyOfRange(tile, index * Hashes.LENGTH, (index + 1) * Hashes.LENGTH);
    }

    /** How many hashes of a level a tree of this size has. */
    static long count(long size, int level) {
        return level <= 0 ? size : size >> (HEIGHT * level);
    }

    /** A hash that a tree of this size must have is not there. */
    static final class MissingTile extends IllegalStateException {

        MissingTile(int level, long number) {
            super("tile " + level + "/" + number + " is not whole");
        }
    }
}
