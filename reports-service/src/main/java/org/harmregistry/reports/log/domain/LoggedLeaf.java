package org.harmregistry.reports.log.domain;

import java.util.Base64;
import java.util.List;

/**
 * A leaf with all that proves it: the smallest published tree that holds it, so that its proof never changes.
 *
 * @param leaf the leaf, with what opens its commitment
 * @param epoch the epoch in whose tree it stands
 * @param index its place there, from 0
 * @param checkpoint the signed head of the tree
 * @param path the proof of inclusion (RFC 6962, 2.1.1)
 */
public record LoggedLeaf(NewLeaf leaf, Epoch epoch, long index, Checkpoint checkpoint, List<byte[]> path) {

    /** True if leaf and path lead to the root that was signed. */
    boolean isIncluded() {
        return ProofCheck.includes(MerkleHash.ofLeaf(leaf.content()), index, checkpoint.head().size(), path,
                checkpoint.head().root());
    }

    /** The proof as a text (C2SP tlog-proof). */
    String proof() {
        StringBuilder text = new StringBuilder("c2sp.org/tlog-proof@v1\nindex ").append(index).append('\n');
        path.forEach(hash -> text.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        return text.append('\n').append(checkpoint.note()).toString();
    }
}
