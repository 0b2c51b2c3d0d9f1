package org.harmregistry.reports.log.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring leaves of a tree, as RFC 6962 writes {@code D[from:to]}. The proofs of 2.1.1 and 2.1.2 are lists of the
 * hashes of such spans.
 *
 * @param from the first leaf, from 0
 * @param to behind the last leaf
 */
public record Span(long from, long to) {

    public Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("not a span");
        }
    }

    /** The whole of a tree of that size. */
    public static Span whole(long size) {
        return new Span(0, size);
    }

    long leaves() {
        return to - from;
    }

    boolean isPerfect() {
        return Long.bitCount(leaves()) == 1;
    }

    /** Cuts behind the largest power of two that is smaller than the number of leaves. */
    long middle() {
        return from + Long.highestOneBit(leaves() - 1);
    }

    /** What proves that a leaf is in a tree of that size, from the leaf's sibling up (RFC 6962, 2.1.1). */
    public static List<Span> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no such leaf");
        }
        List<Span> path = new ArrayList<>();
        inclusion(index, whole(size), path);
        return path;
    }

    private static void inclusion(long index, Span tree, List<Span> path) {
        if (tree.leaves() == 1) {
            return;
        }
        Span left = new Span(tree.from, tree.middle());
        Span right = new Span(tree.middle(), tree.to);
        boolean inLeft = index < tree.middle();
        inclusion(index, inLeft ? left : right, path);
        path.add(inLeft ? right : left);
    }

    /** What proves that a tree of the first size is the beginning of one of the second (RFC 6962, 2.1.2); nothing for 0. */
    public static List<Span> consistency(long first, long second) {
        if (first < 0 || first > second) {
            throw new IllegalArgumentException("no such sizes");
        }
        List<Span> path = new ArrayList<>();
        if (first > 0) {
            consistency(first, whole(second), true, path);
        }
        return path;
    }

    private static void consistency(long end, Span tree, boolean known, List<Span> path) {
        if (end == tree.to) {
            if (!known) {
                path.add(tree);
            }
            return;
        }
        Span left = new Span(tree.from, tree.middle());
        Span right = new Span(tree.middle(), tree.to);
        if (end <= tree.middle()) {
            consistency(end, left, known, path);
            path.add(right);
        } else {
            consistency(end, right, false, path);
            path.add(left);
        }
    }
}
