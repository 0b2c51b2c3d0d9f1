package org.harmregistry.reports.log.domain;

import java.util.Arrays;
import java.util.Base64;

/**
 * A tree by its size and root.
 *
 * @param size number of leaves
 * @param root 32 bytes
 */
public record TreeHead(long size, byte[] root) {

    /** The text that is signed (C2SP tlog-checkpoint). */
    String text(String origin) {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    boolean isSameAs(TreeHead other) {
        return size == other.size && Arrays.equals(root, other.root);
    }

    /** The head of a tree without leaves. */
    public static TreeHead empty() {
        return new TreeHead(0, MerkleHash.ofNothing());
    }
}
