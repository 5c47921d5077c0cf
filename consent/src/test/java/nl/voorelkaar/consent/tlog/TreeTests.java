package nl.voorelkaar.consent.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeTests {

    /** The test data of Certificate Transparency, for RFC 6962. */
    private static final List<byte[]> REFERENCE = List.of(
            hex(""),
            hex("00"),
            hex("10"),
            hex("2021"),
            hex("3031"),
            hex("40414243"),
            hex("5051525354555657"),
            hex("606162636465666768696a6b6c6d6e6f"));

    /** Tiles in memory, as the database would have them. */
    private static final class Kept implements Tiles.Source {

        private final Map<String, byte[]> tiles = new HashMap<>();

        @Override
        public byte[] read(int level, long number) {
            return tiles.getOrDefault(level + "/" + number, new byte[0]);
        }

        void keep(Growth growth) {
            growth.changed().forEach(tile -> tiles.put(tile.level() + "/" + tile.number(), tile.bytes()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void hasTheRootsOfTheReference(int size, String root) {
        assertThat(Tree.root(subtrees(REFERENCE.subList(0, size)), size)).isEqualTo(hex(root));
        assertThat(SlowTree.head(REFERENCE.subList(0, size))).isEqualTo(hex(root));
    }

    @Test
    void hasTheProofsOfTheReference() {
        var tree = subtrees(REFERENCE);

        assertThat(Tree.inclusion(tree, 0, 8))
                .containsExactly(
                        hex("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"),
                        hex("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
                        hex("6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"));
        assertThat(Tree.consistency(tree, 6, 8))
                .containsExactly(
                        hex("0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"),
                        hex("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
                        hex("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
    }

    @Test
    void agreesWithTheWordsOfTheRfcForEverySizeAcrossTheEdgesOfTiles() {
        var entries = entries(700);
        var tiles = new Kept();
        var size = 0L;
        for (var until : List.of(1, 2, 3, 200, 255, 256, 257, 258, 511, 512, 513, 700)) {
            var growth = new Growth(size, tiles);
            entries.subList((int) size, until).forEach(growth::append);
            size = until;
            assertThat(growth.root()).isEqualTo(SlowTree.head(entries.subList(0, until)));
            tiles.keep(growth);
            assertThat(Tree.root(new Tiles(tiles), size)).isEqualTo(SlowTree.head(entries.subList(0, until)));
        }
        var subtrees = new Tiles(tiles);
        for (var index : List.of(0, 1, 127, 255, 256, 300, 511, 512, 699)) {
            for (var of : List.of(257, 512, 513, 700)) {
                if (index < of) {
                    var path = Tree.inclusion(subtrees, index, of);
                    assertThat(path).containsExactlyElementsOf(SlowTree.path(index, entries.subList(0, of)));
                    assertThat(Tree.includes(Hashes.leaf(entries.get(index)), index, of, path, Tree.root(subtrees, of)))
                            .isTrue();
                }
            }
        }
        for (var first : List.of(1, 2, 128, 255, 256, 257, 511, 512, 513, 700)) {
            var path = Tree.consistency(subtrees, first, 700);
            assertThat(path).containsExactlyElementsOf(SlowTree.proof(first, entries));
            assertThat(Tree.grew(first, Tree.root(subtrees, first), 700, Tree.root(subtrees, 700), path))
                    .isTrue();
        }
    }

    @Test
    void everyProofOfASmallTreeHoldsAndHoldsForNothingElse() {
        var random = new Random(6962);
        for (var size = 1; size <= 40; size++) {
            var entries = entries(size);
            var tree = subtrees(entries);
            var root = Tree.root(tree, size);
            for (var index = 0; index < size; index++) {
                var leaf = Hashes.leaf(entries.get(index));
                var path = Tree.inclusion(tree, index, size);
                assertThat(Tree.includes(leaf, index, size, path, root)).isTrue();
                assertThat(Tree.includes(Hashes.leaf(hex("ff")), index, size, path, root))
                        .isFalse();
                assertThat(Tree.includes(leaf, (index + 1) % (size + 1), size, path, root))
                        .isEqualTo(false);
                assertThat(Tree.includes(leaf, index, size, broken(path, random), root))
                        .isFalse();
            }
            for (var first = 1; first <= size; first++) {
                var before = Tree.root(tree, first);
                var path = Tree.consistency(tree, first, size);
                assertThat(Tree.grew(first, before, size, root, path)).isTrue();
                assertThat(Tree.grew(first, before, size, root, broken(path, random)))
                        .isFalse();
                assertThat(Tree.grew(first, Hashes.leaf(hex("aa")), size, root, path))
                        .isFalse();
            }
        }
    }

    @Test
    void doesNotGrowOutOfTilesThatAreNotWhole() {
        var tiles = new Kept();
        var growth = new Growth(0, tiles);
        entries(5).forEach(growth::append);
        tiles.keep(growth);
        tiles.tiles.put("0/0", java.util.Arrays.copyOf(tiles.read(0, 0), 4 * 32));

        assertThatThrownBy(() -> new Growth(5, tiles).append(new byte[32])).isInstanceOf(Tiles.MissingTile.class);
        assertThatThrownBy(() -> Tree.root(new Tiles(tiles), 5)).isInstanceOf(Tiles.MissingTile.class);
    }

    /** One hash changed, one missing, or one too many. */
    private static List<byte[]> broken(List<byte[]> path, Random random) {
        var broken = new ArrayList<>(path);
        if (broken.isEmpty() || random.nextInt(3) == 0) {
            broken.add(new byte[32]);
        } else if (random.nextBoolean()) {
            broken.remove(random.nextInt(broken.size()));
        } else {
            var changed = broken.get(random.nextInt(broken.size())).clone();
            changed[random.nextInt(32)] ^= 1;
            broken.set(random.nextInt(broken.size()), changed);
        }
        return broken;
    }

    private static List<byte[]> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Hashes.sha256(new byte[] {(byte) i, (byte) (i >> 8)}))
                .toList();
    }

    private static Tree.Subtrees subtrees(List<byte[]> entries) {
        if (entries.stream().allMatch(entry -> entry.length == Hashes.LENGTH)) {
            var tiles = new Kept();
            var growth = new Growth(0, tiles);
            entries.forEach(growth::append);
            tiles.keep(growth);
            return new Tiles(tiles);
        }
        return (height, index) -> {
            var from = (int) (index << height);
            return SlowTree.head(entries.subList(from, from + (1 << height)));
        };
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
