package org.harmregistry.reports.log.domain;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * Reads of the log by everybody. Nothing is shown that no published checkpoint covers, so that whatever is shown once is
 * shown for ever.
 */
@ApplicationScoped
public class LogReading {

    private final UnitOfWork unitOfWork;
    private final LogHeads heads;
    private final LogTree tree;
    private final Cosigners cosigners;
    private final Cosignatures cosignatures;

    public LogReading(UnitOfWork unitOfWork, LogHeads heads, LogTree tree, Cosigners cosigners, Cosignatures cosignatures) {
        this.unitOfWork = unitOfWork;
        this.heads = heads;
        this.tree = tree;
        this.cosigners = cosigners;
        this.cosignatures = cosignatures;
    }

    /**
     * The log as a whole.
     *
     * @param epochs all epochs, the newest first
     * @param standing how it stands
     * @param newest the newest checkpoint of the newest epoch; absent before the first
     * @param audited what the last pass over it found; absent before the first
     * @param witnesses the outside witnesses, with how far they have come in the newest epoch
     */
    public record Overview(List<Epoch> epochs, LogStanding standing, Checkpoint newest, LogAudit.Finding audited,
            List<Witnessed> witnesses) {
    }

    /**
     * An outside witness.
     *
     * @param cosigner the witness
     * @param reached the largest tree that it cosigned; absent if none
     */
    public record Witnessed(Cosigner cosigner, Cosignatures.Reached reached) {
    }

    /**
     * A proof.
     *
     * @param hashes the path, in the order of RFC 6962
     * @param subject the hash of the leaf, or the root of the smaller tree
     * @param root the root of the larger tree
     */
    public record Proof(List<byte[]> hashes, byte[] subject, byte[] root) {
    }

    public Uni<Overview> overview() {
        return unitOfWork.read(session -> heads.epochs(session).chain(epochs -> heads.standing(session)
                .chain(standing -> (epochs.isEmpty() ? Uni.createFrom().<Checkpoint> nullItem()
                        : heads.newest(session, epochs.get(0).name()))
                        .chain(newest -> heads.audited(session).chain(audited -> witnessed(session, epochs)
                                .map(witnesses -> new Overview(epochs, standing, newest, audited, witnesses)))))));
    }

    private Uni<List<Witnessed>> witnessed(Mutiny.Session session, List<Epoch> epochs) {
        return (epochs.isEmpty() ? Uni.createFrom().item(List.<Cosignatures.Reached> of())
                : cosignatures.reached(session, epochs.get(0).name()))
                .map(reached -> cosigners.all().stream().map(cosigner -> new Witnessed(cosigner,
                        Cosignatures.Reached.in(reached, cosigner).orElse(null))).toList());
    }

    /** @param epoch name of an epoch; {@code null} for the one that grows */
    public Uni<Checkpoint> checkpoint(String epoch) {
        return unitOfWork.read(session -> published(session, epoch).chain(checkpoint -> cosignatures
                .of(session, checkpoint.epoch(), checkpoint.head().size()).map(checkpoint::cosigned)));
    }

    /** @param epoch name of an epoch; {@code null} for the one that grows */
    public Uni<Epoch> epoch(String epoch) {
        return unitOfWork.read(session -> known(session, epoch));
    }

    /** The hashes of a tile, one behind the other. */
    public Uni<byte[]> tile(String epoch, TileAddress tile) {
        return read(epoch, (session, checkpoint) -> {
            NodeRange range = tile.within(checkpoint.head().size());
            return tree.nodes(session, checkpoint.epoch(), List.of(range)).map(nodes -> {
                if (nodes.size() != range.to() - range.from()) {
                    throw Failure.of(LogFailure.LOG_DAMAGED);
                }
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                nodes.stream().sorted((one, other) -> Long.compare(one.position(), other.position()))
                        .forEach(node -> bytes.writeBytes(node.hash()));
                return bytes.toByteArray();
            });
        });
    }

    /** Leaves as they were hashed, each behind its length in two bytes. */
    public Uni<byte[]> entries(String epoch, TileAddress tile) {
        return read(epoch, (session, checkpoint) -> {
            NodeRange range = tile.within(checkpoint.head().size());
            return tree.contents(session, checkpoint.epoch(), range.from(), range.to())
                    .chain(contents -> tree.nodes(session, checkpoint.epoch(), List.of(range))
                            .map(nodes -> bundled(contents, nodes)));
        });
    }

    /** A leaf whose bytes are not those that were hashed is not shown: a log once served one, and only an outsider noticed. */
    private static byte[] bundled(List<byte[]> contents, List<TreeNode> nodes) {
        List<byte[]> hashes = nodes.stream().sorted((one, other) -> Long.compare(one.position(), other.position()))
                .map(TreeNode::hash).toList();
        List<byte[]> found = contents.stream().map(MerkleHash::ofLeaf).toList();
        if (hashes.isEmpty() || !Arrays.deepEquals(hashes.toArray(), found.toArray())) {
            throw Failure.of(LogFailure.LOG_DAMAGED);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        contents.forEach(content -> {
            bytes.write(content.length >> 8);
            bytes.write(content.length);
            bytes.writeBytes(content);
        });
        return bytes.toByteArray();
    }

    /** Proves that a leaf is in a tree that is published. */
    public Uni<Proof> inclusion(String epoch, long index, long size) {
        return proof(epoch, size, index < size, () -> new Span(index, index + 1), () -> Span.inclusion(index, size));
    }

    /** Proves that a tree is the beginning of a larger one that is published. */
    public Uni<Proof> consistency(String epoch, long first, long second) {
        return proof(epoch, second, first <= second, () -> Span.whole(first), () -> Span.consistency(first, second));
    }

    private Uni<Proof> proof(String epoch, long size, boolean sound, Supplier<Span> subject,
            Supplier<List<Span>> path) {
        return read(epoch, (session, checkpoint) -> {
            if (!sound || size > checkpoint.head().size()) {
                throw Failure.of(CommonFailure.NOT_FOUND);
            }
            List<Span> spans = new ArrayList<>(path.get());
            spans.add(subject.get());
            spans.add(Span.whole(size));
            return tree.nodes(session, checkpoint.epoch(), TreeNodes.needed(spans)).map(TreeNodes::new)
                    .map(nodes -> new Proof(nodes.hashes(path.get()), nodes.hash(subject.get()),
                            nodes.hash(Span.whole(size))));
        });
    }

    private <T> Uni<T> read(String epoch, BiFunction<Mutiny.Session, Checkpoint, Uni<T>> work) {
        return unitOfWork.read(session -> published(session, epoch).chain(checkpoint -> work.apply(session, checkpoint)))
                .onFailure(TreeNodes.MissingNodeException.class).transform(failure -> Failure.of(LogFailure.LOG_DAMAGED));
    }

    private Uni<Checkpoint> published(Mutiny.Session session, String epoch) {
        return known(session, epoch).chain(known -> heads.newest(session, known.name())).onItem().ifNull()
                .failWith(() -> Failure.of(LogFailure.LOG_STARTING));
    }

    private Uni<Epoch> known(Mutiny.Session session, String epoch) {
        return epoch == null
                ? heads.current(session).onItem().ifNull().failWith(() -> Failure.of(LogFailure.LOG_STARTING))
                : heads.epoch(session, epoch).onItem().ifNull().failWith(() -> Failure.of(CommonFailure.NOT_FOUND));
    }
}
