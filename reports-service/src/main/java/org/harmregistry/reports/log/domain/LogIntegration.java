package org.harmregistry.reports.log.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * Gives waiting leaves their places, one replica at a time. Only what was committed is seen, so that no place is ever
 * given to a leaf that does not come to be.
 */
@ApplicationScoped
public class LogIntegration {

    private static final int AT_ONCE = 500;

    private final UnitOfWork unitOfWork;
    private final LogHeads heads;
    private final LogTree tree;
    private final LeafQueue queue;

    public LogIntegration(UnitOfWork unitOfWork, LogHeads heads, LogTree tree, LeafQueue queue) {
        this.unitOfWork = unitOfWork;
        this.heads = heads;
        this.tree = tree;
        this.queue = queue;
    }

    /** Appends what waits, as much as goes at once; nothing if another replica is doing it. */
    Uni<Void> run(Epoch epoch) {
        return unitOfWork.run(session -> heads.claim(session)
                .chain(claimed -> claimed ? queue.next(session, AT_ONCE) : Uni.createFrom().item(List.<LeafQueue.Waiting> of()))
                .chain(waiting -> waiting.isEmpty() ? Uni.createFrom().voidItem() : append(session, epoch, waiting)));
    }

    private Uni<Void> append(Mutiny.Session session, Epoch epoch, List<LeafQueue.Waiting> waiting) {
        return tree.size(session, epoch.name())
                .chain(size -> tree.nodes(session, epoch.name(), TreeGrowth.edge(size)).chain(edge -> {
                    TreeGrowth growth = growth(size, edge);
                    Map<Long, Long> places = new LinkedHashMap<>();
                    waiting.forEach(leaf -> places.put(growth.append(leaf.content()), leaf.id()));
                    return tree.append(session, epoch.name(), places, growth.grown());
                }));
    }

    private static TreeGrowth growth(long size, List<TreeNode> edge) {
        try {
            return new TreeGrowth(size, edge);
        } catch (TreeNodes.MissingNodeException e) {
            throw new LogHalt(LogCondition.REGISTER_DIFFERS);
        }
    }
}
