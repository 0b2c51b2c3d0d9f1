package org.harmregistry.reports.log.domain;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.smallrye.mutiny.Uni;

/**
 * The log's step: integrate what waits, prove that the grown tree goes on from the last head, let the witness move, sign,
 * publish.
 * It can be killed between any two of these: whoever comes next finds the same tree, and signs the same text.
 */
@ApplicationScoped
public class LogStep {

    private final UnitOfWork unitOfWork;
    private final LogHeads heads;
    private final LogTree tree;
    private final Witness witness;
    private final LogIntegration integration;
    private final LogEpochs epochs;
    private final LogKeys keys;
    private final Clock clock;

    public LogStep(UnitOfWork unitOfWork, LogHeads heads, LogTree tree, Witness witness, LogIntegration integration,
            LogEpochs epochs, LogKeys keys, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.heads = heads;
        this.tree = tree;
        this.witness = witness;
        this.integration = integration;
        this.epochs = epochs;
        this.keys = keys;
        this.clock = clock;
    }

    /** Goes one step, and says how the log stands after it. */
    public Uni<LogCondition> run() {
        return step().replaceWith(LogCondition.RUNNING)
                .onFailure(LogHalt.class).recoverWithItem(halt -> ((LogHalt) halt).condition())
                .onFailure(LogStep::isArchiveAway).recoverWithItem(LogCondition.ARCHIVE_UNAVAILABLE)
                .call(condition -> unitOfWork.run(session -> heads.note(session, condition)));
    }

    /**
     * What was signed is read before the witness is asked, and the size after it: others work at the same time, and the witness
     * moves before a checkpoint is published and after leaves got their places.
     */
    private Uni<Void> step() {
        return epochs.current().chain(epoch -> unitOfWork.run(session -> heads.newest(session, epoch.name()))
                .chain(newest -> {
                    TreeHead signed = newest == null ? null : newest.head();
                    return remembered(epoch, signed).chain(memory -> check(epoch, signed, memory)
                            .chain(() -> integration.run(epoch)).chain(() -> sign(epoch, memory.head())));
                }));
    }

    private Uni<Witness.Memory> remembered(Epoch epoch, TreeHead signed) {
        return witness.recall(epoch.name()).chain(memory -> {
            if (memory != null) {
                return Uni.createFrom().item(memory);
            }
            if (signed != null) {
                throw new LogHalt(LogCondition.WITNESS_MISSING);
            }
            return witness.begin(epoch).chain(() -> witness.recall(epoch.name()));
        });
    }

    /** Before anything grows: a register that was set back must not go on, not even unsigned. */
    private Uni<Void> check(Epoch epoch, TreeHead signed, Witness.Memory memory) {
        if (memory.successor() != null) {
            throw new LogHalt(LogCondition.EPOCH_ENDED);
        }
        if (signed != null && signed.size() > memory.head().size()) {
            throw new LogHalt(LogCondition.WITNESS_BEHIND);
        }
        return size(epoch).chain(size -> {
            if (size < memory.head().size()) {
                throw new LogHalt(LogCondition.REGISTER_BEHIND);
            }
            return roots(epoch, signed == null ? TreeHead.empty() : signed, memory.head());
        });
    }

    /** The tree in the register begins with the tree that the witness remembers and with the one that was last signed. */
    private Uni<Void> roots(Epoch epoch, TreeHead signed, TreeHead remembered) {
        return nodes(epoch, List.of(Span.whole(remembered.size()), Span.whole(signed.size()))).map(nodes -> {
            boolean same = remembered.isSameAs(head(nodes, remembered.size())) && signed.isSameAs(head(nodes, signed.size()));
            if (!same) {
                throw new LogHalt(LogCondition.REGISTER_DIFFERS);
            }
            return null;
        });
    }

    /** Signs the tree as it is now, unless that is done. */
    private Uni<Void> sign(Epoch epoch, TreeHead last) {
        return unitOfWork.run(session -> heads.newest(session, epoch.name())).chain(newest -> size(epoch).chain(size -> {
            if (newest != null && newest.head().size() == size) {
                return Uni.createFrom().voidItem();
            }
            return proved(epoch, last, size).chain(next -> moved(epoch, last, next).chain(moved -> moved
                    ? publish(epoch, next)
                    // Another replica was faster, and goes on from its own head.
                    : Uni.createFrom().voidItem()));
        }));
    }

    private Uni<TreeHead> proved(Epoch epoch, TreeHead last, long size) {
        List<Span> path = Span.consistency(last.size(), size);
        List<Span> spans = new ArrayList<>(path);
        spans.add(Span.whole(size));
        return nodes(epoch, spans).map(nodes -> {
            TreeHead next = head(nodes, size);
            if (!ProofCheck.joins(last.size(), last.root(), size, next.root(), nodes.hashes(path))) {
                throw new LogHalt(LogCondition.REGISTER_DIFFERS);
            }
            return next;
        });
    }

    private Uni<Boolean> moved(Epoch epoch, TreeHead last, TreeHead next) {
        return last.size() == next.size() ? Uni.createFrom().item(true) : witness.move(epoch.name(), last, next);
    }

    private Uni<Void> publish(Epoch epoch, TreeHead head) {
        String note = keys.signed(epoch.origin(), head).get(0);
        Checkpoint checkpoint = new Checkpoint(epoch.name(), head, note, keys.current(epoch.origin()),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return unitOfWork.run(session -> heads.publish(session, checkpoint));
    }

    private Uni<TreeNodes> nodes(Epoch epoch, List<Span> spans) {
        return unitOfWork.read(session -> tree.nodes(session, epoch.name(), TreeNodes.needed(spans))).map(TreeNodes::new);
    }

    private Uni<Long> size(Epoch epoch) {
        return unitOfWork.run(session -> tree.size(session, epoch.name()));
    }

    private static boolean isArchiveAway(Throwable failure) {
        return failure instanceof Failure known && known.code() == CommonFailure.ARCHIVE_UNAVAILABLE;
    }

    private static TreeHead head(TreeNodes nodes, long size) {
        try {
            return new TreeHead(size, nodes.hash(Span.whole(size)));
        } catch (TreeNodes.MissingNodeException e) {
            throw new LogHalt(LogCondition.REGISTER_DIFFERS);
        }
    }
}
