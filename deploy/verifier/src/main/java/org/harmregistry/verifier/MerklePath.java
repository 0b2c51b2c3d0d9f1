package org.harmregistry.verifier;

import java.util.Arrays;
import java.util.List;

/**
 * Roots that follow from a path, by the definitions of RFC 6962, 2.1.1 and 2.1.2 read backwards: the last hash of a path is the
 * other half of the whole tree.
 */
final class MerklePath {

    private static final byte[] LEAF = { 0 };
    private static final byte[] NODE = { 1 };

    private MerklePath() {
    }

    static byte[] leaf(byte[] content) {
        return Sha256.of(LEAF, content);
    }

    /** The root to which a leaf's path leads. */
    static byte[] root(byte[] leafHash, long index, long size, List<byte[]> path) throws NotSoundException {
        if (index < 0 || index >= size) {
            throw new NotSoundException("the index lies outside of the tree");
        }
        if (size == 1) {
            if (!path.isEmpty()) {
                throw new NotSoundException("the path is too long");
            }
            return leafHash;
        }
        byte[] other = last(path);
        List<byte[]> below = path.subList(0, path.size() - 1);
        long half = Long.highestOneBit(size - 1);
        return index < half ? Sha256.of(NODE, root(leafHash, index, half, below), other)
                : Sha256.of(NODE, other, root(leafHash, index - half, size - half, below));
    }

    /** Whether a tree with the first root is the beginning of one with the second. */
    static boolean joins(long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> path)
            throws NotSoundException {
        if (first < 1 || first > second) {
            throw new NotSoundException("a tree cannot be the beginning of a smaller one");
        }
        byte[][] roots = roots(first, second, true, firstRoot, path);
        return Arrays.equals(roots[0], firstRoot) && Arrays.equals(roots[1], secondRoot);
    }

    /** The roots of the beginning and of the whole of a subtree, as the path tells them. */
    private static byte[][] roots(long first, long size, boolean known, byte[] firstRoot, List<byte[]> path)
            throws NotSoundException {
        if (first == size) {
            if (known ? !path.isEmpty() : path.size() != 1) {
                throw new NotSoundException("the proof of consistency has a wrong length");
            }
            byte[] root = known ? firstRoot : path.get(0);
            return new byte[][] { root, root };
        }
        byte[] other = last(path);
        List<byte[]> below = path.subList(0, path.size() - 1);
        long half = Long.highestOneBit(size - 1);
        if (first <= half) {
            byte[][] left = roots(first, half, known, firstRoot, below);
            return new byte[][] { left[0], Sha256.of(NODE, left[1], other) };
        }
        byte[][] right = roots(first - half, size - half, false, firstRoot, below);
        return new byte[][] { Sha256.of(NODE, other, right[0]), Sha256.of(NODE, other, right[1]) };
    }

    private static byte[] last(List<byte[]> path) throws NotSoundException {
        if (path.isEmpty()) {
            throw new NotSoundException("the path is too short");
        }
        return path.get(path.size() - 1);
    }
}
