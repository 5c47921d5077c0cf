package nl.voorelkaar.consent.tlog;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A tree that gets leaves: which tiles change by it, and its new root. What is in a tile stays as it is. */
final class Growth {

    private final Tiles.Source stored;
    private final Map<Place, Tile> tiles = new LinkedHashMap<>();
    private long size;

    /** @param stored the tiles of the tree of this size */
    Growth(long size, Tiles.Source stored) {
        this.size = size;
        this.stored = stored;
    }

    private record Place(int level, long number) {}

    /** A tile that changed. */
    static final class Tile {

        private final int level;
        private final long number;
        private final byte[] hashes;
        private int width;

        private Tile(int level, long number, byte[] begun) {
            this.level = level;
            this.number = number;
            this.hashes = Arrays.copyOf(begun, Tiles.WIDTH * Hashes.LENGTH);
            this.width = begun.length / Hashes.LENGTH;
        }

        int level() {
            return level;
        }

        long number() {
            return number;
        }

        int width() {
            return width;
        }

        byte[] bytes() {
            return Arrays.copyOf(hashes, width * Hashes.LENGTH);
        }

        private void add(byte[] hash) {
            System.arraycopy(hash, 0, hashes, width * Hashes.LENGTH, Hashes.LENGTH);
            width++;
        }
    }

    long size() {
        return size;
    }

    /** @return its index */
    long append(byte[] entry) {
        put(Tiles.ENTRIES, size, entry);
        put(0, size, Hashes.leaf(entry));
        return size++;
    }

    private void put(int level, long position, byte[] hash) {
        var place = new Place(level, position / Tiles.WIDTH);
        var offset = (int) (position % Tiles.WIDTH);
        var tile = tiles.computeIfAbsent(
                place,
                absent -> new Tile(
                        level, absent.number, offset == 0 ? new byte[0] : begun(level, absent.number, offset)));
        if (tile.width != offset) {
            throw new Tiles.MissingTile(level, place.number);
        }
        tile.add(hash);
        if (tile.width == Tiles.WIDTH && level >= 0) {
            put(level + 1, place.number, Tiles.root(tile.hashes, 0, Tiles.WIDTH));
        }
    }

    private byte[] begun(int level, long number, int width) {
        var bytes = stored.read(level, number);
        if (bytes.length != width * Hashes.LENGTH) {
            throw new Tiles.MissingTile(level, number);
        }
        return bytes;
    }

    Collection<Tile> changed() {
        return tiles.values();
    }

    byte[] root() {
        return Tree.root(new Tiles(this::read), size);
    }

    private byte[] read(int level, long number) {
        return Stream.ofNullable(tiles.get(new Place(level, number)))
                .map(Tile::bytes)
                .findFirst()
                .orElseGet(() -> stored.read(level, number));
    }
}
