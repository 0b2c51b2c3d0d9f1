package org.harmregistry.reports.log.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Appends leaves to a tree: which hashes of tiles come into being. Those that are there never change. */
final class TreeGrowth {

    /** Levels of tiles that a tree of at most 2^63 leaves can have. */
    private static final int LEVELS = 8;
    private static final int WIDTH = 256;

    private final long[] counts = new long[LEVELS];
    private final List<List<byte[]>> open = new ArrayList<>();
    private final List<TreeNode> grown = new ArrayList<>();

    /** @param edge the hashes of {@link #edge(long)} */
    TreeGrowth(long size, Collection<TreeNode> edge) {
        for (int level = 0; level < LEVELS; level++) {
            int wanted = level;
            counts[level] = size >> 8 * level;
            List<byte[]> hashes = edge.stream().filter(node -> node.level() == wanted)
                    .sorted((one, other) -> Long.compare(one.position(), other.position())).map(TreeNode::hash).toList();
            if (hashes.size() != counts[level] % WIDTH) {
                throw new TreeNodes.MissingNodeException();
            }
            open.add(new ArrayList<>(hashes));
        }
    }

    /** The hashes of the tiles that are not full yet in a tree of that size. */
    static List<NodeRange> edge(long size) {
        List<NodeRange> ranges = new ArrayList<>();
        for (int level = 0; level < LEVELS; level++) {
            long count = size >> 8 * level;
            if (count % WIDTH != 0) {
                ranges.add(new NodeRange(level, count / WIDTH * WIDTH, count));
            }
        }
        return ranges;
    }

    /** Appends a leaf and says where it stands. */
    long append(byte[] content) {
        long position = counts[0];
        append(0, MerkleHash.ofLeaf(content));
        return position;
    }

    private void append(int level, byte[] hash) {
        grown.add(new TreeNode(level, counts[level]++, hash));
        List<byte[]> tile = open.get(level);
        tile.add(hash);
        if (tile.size() == WIDTH) {
            byte[] above = MerkleHash.ofPerfect(tile);
            tile.clear();
            append(level + 1, above);
        }
    }

    /** The root of the tree as it has grown. */
    byte[] root() {
        byte[] root = null;
        for (List<byte[]> tile : open) {
            // The smallest whole subtree lies at the right edge; each one to its left is larger.
            int end = tile.size();
            while (end > 0) {
                int width = Integer.lowestOneBit(end);
                byte[] subtree = MerkleHash.ofPerfect(tile.subList(end - width, end));
                root = root == null ? subtree : MerkleHash.ofNode(subtree, root);
                end -= width;
            }
        }
        return root == null ? MerkleHash.ofNothing() : root;
    }

    /** All hashes that came into being. */
    List<TreeNode> grown() {
        return grown;
    }
}
