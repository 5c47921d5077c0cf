package nl.voorelkaar.consent.tlog;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Merkle trees of RFC 6962 §2.1: roots and proofs from the hashes of complete subtrees, and the checks of RFC 9162
 * §2.1. Pure.
 */
final class Tree {

    private Tree() {}

    /** Hashes that never change once they are there. */
    interface Subtrees {

        /** The root over leaves {@code index * 2^height} up to {@code (index + 1) * 2^height}. */
        byte[] hash(int height, long index);
    }

    /** @param size at least 1 */
    static byte[] root(Subtrees subtrees, long size) {
        return root(subtrees, 0, size);
    }

    /** From the sibling of the leaf up. */
    static List<byte[]> inclusion(Subtrees subtrees, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no such leaf");
        }
        var path = new ArrayList<byte[]>();
        inclusion(subtrees, index, 0, size, path);
        return path;
    }

    /** That the first {@code first} leaves of the two trees are the same. */
    static List<byte[]> consistency(Subtrees subtrees, long first, long second) {
        if (first < 1 || first > second) {
            throw new IllegalArgumentException("a tree grows out of a smaller one");
        }
        var path = new ArrayList<byte[]>();
        consistency(subtrees, first, 0, second, true, path);
        return path;
    }

    private static byte[] root(Subtrees subtrees, long from, long until) {
        var count = until - from;
        if (Long.bitCount(count) == 1) {
            return subtrees.hash(Long.numberOfTrailingZeros(count), from / count);
        }
        var middle = from + split(count);
        return Hashes.inner(root(subtrees, from, middle), root(subtrees, middle, until));
    }

    private static void inclusion(Subtrees subtrees, long index, long from, long until, List<byte[]> path) {
        if (until - from == 1) {
            return;
        }
        var middle = from + split(until - from);
        if (index < middle) {
            inclusion(subtrees, index, from, middle, path);
            path.add(root(subtrees, middle, until));
        } else {
            inclusion(subtrees, index, middle, until, path);
            path.add(root(subtrees, from, middle));
        }
    }

    private static void consistency(
            Subtrees subtrees, long first, long from, long until, boolean known, List<byte[]> path) {
        if (first == until) {
            if (!known) {
                path.add(root(subtrees, from, until));
            }
            return;
        }
        var middle = from + split(until - from);
        if (first <= middle) {
            consistency(subtrees, first, from, middle, known, path);
            path.add(root(subtrees, middle, until));
        } else {
            consistency(subtrees, first, middle, until, false, path);
            path.add(root(subtrees, from, middle));
        }
    }

    /** The largest power of two below it. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }

    static boolean includes(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        var at = index;
        var last = size - 1;
        var hash = leaf;
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = Hashes.inner(sibling, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hashes.inner(hash, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(hash, root);
    }

    static boolean grew(long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> path) {
        if (first < 1 || first > second) {
            return false;
        }
        if (first == second) {
            return path.isEmpty() && MessageDigest.isEqual(firstRoot, secondRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        var rest = new ArrayList<>(path);
        if (Long.bitCount(first) == 1) {
            rest.addFirst(firstRoot);
        }
        var at = first - 1;
        var last = second - 1;
        while ((at & 1) == 1) {
            at >>= 1;
            last >>= 1;
        }
        var before = rest.removeFirst();
        var after = before;
        for (var sibling : rest) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                before = Hashes.inner(sibling, before);
                after = Hashes.inner(sibling, after);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                after = Hashes.inner(after, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(before, firstRoot) && MessageDigest.isEqual(after, secondRoot);
    }
}
