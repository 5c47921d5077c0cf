package nl.voorelkaar.consent.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** RFC 6962 §2.1 word for word, over whole lists: slow, and written apart from what it checks. */
final class SlowTree {

    private SlowTree() {}

    static byte[] head(List<byte[]> entries) {
        if (entries.size() == 1) {
            return hash((byte) 0, entries.getFirst());
        }
        var k = largestPowerBelow(entries.size());
        return hash((byte) 1, head(entries.subList(0, k)), head(entries.subList(k, entries.size())));
    }

    static List<byte[]> path(int m, List<byte[]> entries) {
        if (entries.size() == 1) {
            return new ArrayList<>();
        }
        var k = largestPowerBelow(entries.size());
        var left = entries.subList(0, k);
        var right = entries.subList(k, entries.size());
        var path = m < k ? path(m, left) : path(m - k, right);
        path.add(m < k ? head(right) : head(left));
        return path;
    }

    static List<byte[]> proof(int m, List<byte[]> entries) {
        return subproof(m, entries, true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> entries, boolean whole) {
        if (m == entries.size()) {
            return whole ? new ArrayList<>() : new ArrayList<>(List.of(head(entries)));
        }
        var k = largestPowerBelow(entries.size());
        var left = entries.subList(0, k);
        var right = entries.subList(k, entries.size());
        var proof = m <= k ? subproof(m, left, whole) : subproof(m - k, right, false);
        proof.add(m <= k ? head(right) : head(left));
        return proof;
    }

    private static int largestPowerBelow(int n) {
        var k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static byte[] hash(byte prefix, byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(prefix);
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
