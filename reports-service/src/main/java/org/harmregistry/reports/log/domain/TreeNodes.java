package org.harmregistry.reports.log.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hashes of tiles, fetched for some spans, and the hashes of those spans that follow from them. */
public final class TreeNodes {

    private static final int LEVEL_HEIGHT = 8;

    private record Place(int level, long position) {
    }

    private final Map<Place, byte[]> hashes = new HashMap<>();

    public TreeNodes(Collection<TreeNode> nodes) {
        nodes.forEach(node -> hashes.put(new Place(node.level(), node.position()), node.hash()));
    }

    /** The hashes that the given spans are made of. */
    public static List<NodeRange> needed(Collection<Span> spans) {
        List<NodeRange> ranges = new ArrayList<>();
        spans.forEach(span -> need(span, ranges));
        return ranges;
    }

    private static void need(Span span, List<NodeRange> ranges) {
        if (span.leaves() == 0) {
            return;
        }
        if (span.isPerfect()) {
            ranges.add(range(span));
            return;
        }
        need(new Span(span.from(), span.middle()), ranges);
        need(new Span(span.middle(), span.to()), ranges);
    }

    private static NodeRange range(Span perfect) {
        int level = Long.numberOfTrailingZeros(perfect.leaves()) / LEVEL_HEIGHT;
        int shift = level * LEVEL_HEIGHT;
        return new NodeRange(level, perfect.from() >> shift, perfect.to() >> shift);
    }

    /**
     * The hash of a span that was fetched for.
     *
     * @throws MissingNodeException if the register lacks a part of the tree
     */
    public byte[] hash(Span span) {
        if (span.leaves() == 0) {
            return MerkleHash.ofNothing();
        }
        if (!span.isPerfect()) {
            return MerkleHash.ofNode(hash(new Span(span.from(), span.middle())), hash(new Span(span.middle(), span.to())));
        }
        NodeRange range = range(span);
        List<byte[]> found = new ArrayList<>();
        for (long position = range.from(); position < range.to(); position++) {
            byte[] hash = hashes.get(new Place(range.level(), position));
            if (hash == null) {
                throw new MissingNodeException();
            }
            found.add(hash);
        }
        return MerkleHash.ofPerfect(found);
    }

    /** The hashes of several spans. */
    public List<byte[]> hashes(Collection<Span> spans) {
        return spans.stream().map(this::hash).toList();
    }

    /** The register lacks a hash that the tree must have. */
    public static final class MissingNodeException extends RuntimeException {
        MissingNodeException() {
            super("a hash of the tree is missing", null, false, false);
        }
    }
}
