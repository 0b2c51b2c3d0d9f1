package org.harmregistry.reports.log.domain;

import java.util.Arrays;
import java.util.List;

/** Checks proofs the way an outsider does, by the algorithms of RFC 9162, 2.1.3.2 and 2.1.4.2. */
public final class ProofCheck {

    private ProofCheck() {
    }

    /** True if the path leads from the leaf's hash to the root. */
    public static boolean includes(byte[] leafHash, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = MerkleHash.ofNode(sibling, hash);
                int up = (node & 1) == 1 || node == 0 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                hash = MerkleHash.ofNode(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** True if the first tree is the beginning of the second. */
    public static boolean joins(long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> path) {
        if (first > second || first < 0) {
            return false;
        }
        if (first == 0) {
            return path.isEmpty() && Arrays.equals(firstRoot, MerkleHash.ofNothing());
        }
        if (first == second) {
            return path.isEmpty() && Arrays.equals(firstRoot, secondRoot);
        }
        boolean perfect = Long.bitCount(first) == 1;
        if (path.isEmpty() && !perfect) {
            return false;
        }
        byte[] start = perfect ? firstRoot : path.get(0);
        return climb(first, firstRoot, second, secondRoot, start, perfect ? path : path.subList(1, path.size()));
    }

    private static boolean climb(long first, byte[] firstRoot, long second, byte[] secondRoot, byte[] start,
            List<byte[]> path) {
        int shared = Long.numberOfTrailingZeros(first);
        long node = first - 1 >> shared;
        long last = second - 1 >> shared;
        byte[] old = start;
        byte[] grown = start;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                old = MerkleHash.ofNode(sibling, old);
                grown = MerkleHash.ofNode(sibling, grown);
                int up = (node & 1) == 1 || node == 0 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                grown = MerkleHash.ofNode(grown, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(old, firstRoot) && Arrays.equals(grown, secondRoot);
    }
}
