package org.harmregistry.reports;

import java.util.Arrays;
import java.util.List;

import org.harmregistry.reports.log.PlainLog;

/** Checks a proof of consistency by the recursion of RFC 6962, 2.1.2, from the top down. */
final class TreeProof {

    private static final class BadProof extends RuntimeException {
    }

    /** The hashes of the part that the old tree has, and of the whole part. */
    private record Both(byte[] old, byte[] grown) {
    }

    private TreeProof() {
    }

    static boolean holds(long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> path) {
        if (first == 0) {
            return path.isEmpty();
        }
        if (first == second) {
            return path.isEmpty() && Arrays.equals(firstRoot, secondRoot);
        }
        try {
            Both found = run(path, 0, second, first, firstRoot);
            return Arrays.equals(found.old(), firstRoot) && Arrays.equals(found.grown(), secondRoot);
        } catch (BadProof e) {
            return false;
        }
    }

    private static Both run(List<byte[]> path, long from, long to, long first, byte[] firstRoot) {
        if (first == to) {
            if (path.size() != (from == 0 ? 0 : 1)) {
                throw new BadProof();
            }
            byte[] hash = from == 0 ? firstRoot : path.get(0);
            return new Both(hash, hash);
        }
        if (path.isEmpty()) {
            throw new BadProof();
        }
        byte[] last = path.get(path.size() - 1);
        List<byte[]> rest = path.subList(0, path.size() - 1);
        long middle = from + Long.highestOneBit(to - from - 1);
        if (first <= middle) {
            Both left = run(rest, from, middle, first, firstRoot);
            return new Both(left.old(), node(left.grown(), last));
        }
        Both right = run(rest, middle, to, first, firstRoot);
        return new Both(node(last, right.old()), node(last, right.grown()));
    }

    private static byte[] node(byte[] left, byte[] right) {
        return PlainLog.sha256(new byte[] { 1 }, left, right);
    }
}
