package org.harmregistry.reports.log.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

/**
 * Goes through the whole log as an outsider would who re-hashes everything: each leaf against its hash, each hash of a
 * tile against those below, each checkpoint against the tree of its size and its signature. A step looks at the edge of
 * the tree alone, and what was altered behind it is found here, with its place.
 */
@ApplicationScoped
public class LogAudit {

    private static final Logger LOG = Logger.getLogger(LogAudit.class);
    private static final int AT_ONCE = 256;

    private final UnitOfWork unitOfWork;
    private final LogHeads heads;
    private final LogTree tree;
    private final LogKeys keys;
    private final Clock clock;
    private final Vertx vertx;

    public LogAudit(UnitOfWork unitOfWork, LogHeads heads, LogTree tree, LogKeys keys, Clock clock, Vertx vertx) {
        this.unitOfWork = unitOfWork;
        this.heads = heads;
        this.tree = tree;
        this.keys = keys;
        this.clock = clock;
        this.vertx = vertx;
    }

    /**
     * What a pass found.
     *
     * @param epoch name of the epoch
     * @param size how many leaves it went through
     * @param firstWrong the first place from which on the register does not hold what was signed, from 0; absent if it does
     * @param finishedAt when it ended, UTC
     */
    public record Finding(String epoch, long size, Long firstWrong, Instant finishedAt) {
    }

    /** How far a pass has come. Its pages come one after the other. */
    private static final class Pass {

        private final Epoch epoch;
        private final long size;
        private final TreeGrowth growth = new TreeGrowth(0, List.of());

        /** The largest size whose root was found to be the signed one, and the first whose root was not; 0 for none. */
        private long sound;
        private long unsound;
        private long position;
        private Long wrong;

        Pass(Epoch epoch, long size) {
            this.epoch = epoch;
            this.size = size;
        }
    }

    private record Page(long from, long to, List<byte[]> contents, List<Checkpoint> signed, List<TreeNode> stored) {
    }

    @Scheduled(every = "${registry.log.audit-every}", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> inTurn() {
        return run().onFailure().invoke(failure -> LOG.warn("the log was not gone through")).onFailure().recoverWithNull()
                .replaceWithVoid();
    }

    /** Goes through the epoch that grows, up to its newest checkpoint; {@code null} if there is none. */
    public Uni<Finding> run() {
        return unitOfWork.read(session -> heads.current(session).chain(epoch -> epoch == null
                ? Uni.createFrom().<Pass> nullItem()
                : heads.newest(session, epoch.name()).map(newest -> newest == null ? null
                        : new Pass(epoch, newest.head().size()))))
                .chain(pass -> pass == null ? Uni.createFrom().nullItem() : through(pass).chain(() -> tell(pass)));
    }

    private Uni<Void> through(Pass pass) {
        return pass.size == 0 ? Uni.createFrom().voidItem()
                : Multi.createBy().repeating().uni(() -> page(pass))
                        .whilst(gone -> gone.wrong == null && gone.position < gone.size)
                        .collect().last().replaceWithVoid();
    }

    /** Read in one snapshot, and hashed on a worker outside of any session. */
    private Uni<Pass> page(Pass pass) {
        String epoch = pass.epoch.name();
        long from = pass.position;
        long to = Math.min(pass.size, from + AT_ONCE);
        return unitOfWork.read(session -> tree.contents(session, epoch, from, to)
                .chain(contents -> heads.between(session, epoch, from, to)
                        .chain(signed -> tree.nodes(session, epoch, kept(from, to))
                                .map(nodes -> new Page(from, to, contents, signed, nodes)))))
                .chain(page -> {
                    Callable<Pass> work = () -> gone(pass, page);
                    return vertx.executeBlocking(work, false);
                });
    }

    /** The hashes that come into being between two sizes, of which the second may be a whole number of tiles. */
    private static List<NodeRange> kept(long from, long to) {
        List<NodeRange> ranges = new ArrayList<>(List.of(new NodeRange(0, from, to)));
        for (int level = 1; to % (1L << 8 * level) == 0; level++) {
            ranges.add(new NodeRange(level, (to >> 8 * level) - 1, to >> 8 * level));
        }
        return ranges;
    }

    private Pass gone(Pass pass, Page page) {
        grow(pass, page.from(), page.contents(), page.signed());
        Long differs = firstDifference(pass.growth.grown(), page.stored());
        pass.growth.grown().clear();
        boolean whole = page.contents().size() == page.to() - page.from();
        pass.wrong = wrong(pass, differs != null || whole ? differs : Long.valueOf(page.from() + page.contents().size()));
        pass.position = page.to();
        return pass;
    }

    /** A root that is not the signed one lies behind the last that was, unless a difference before it explains it. */
    private static Long wrong(Pass pass, Long differs) {
        return pass.unsound > 0 && (differs == null || differs >= pass.unsound) ? Long.valueOf(pass.sound) : differs;
    }

    private void grow(Pass pass, long from, List<byte[]> contents, List<Checkpoint> signed) {
        int next = 0;
        for (int i = 0; i < contents.size(); i++) {
            pass.growth.append(contents.get(i));
            long size = from + i + 1;
            if (next < signed.size() && signed.get(next).head().size() == size && pass.unsound == 0) {
                compare(pass, new TreeHead(size, pass.growth.root()), signed.get(next++));
            }
        }
    }

    private void compare(Pass pass, TreeHead head, Checkpoint signed) {
        boolean same = head.isSameAs(signed.head()) && keys.signed(pass.epoch.origin(), head).contains(signed.note());
        pass.sound = same ? head.size() : pass.sound;
        pass.unsound = same ? 0 : head.size();
    }

    /** The leaf's own hash tells the place; a hash above tells only under which leaves it is. */
    private static Long firstDifference(List<TreeNode> grown, List<TreeNode> stored) {
        return grown.stream().filter(node -> stored.stream().noneMatch(kept -> kept.level() == node.level()
                && kept.position() == node.position() && Arrays.equals(kept.hash(), node.hash())))
                .min(Comparator.comparingInt(TreeNode::level).thenComparingLong(TreeNode::position))
                .map(node -> node.position() << 8 * node.level()).orElse(null);
    }

    private Uni<Finding> tell(Pass pass) {
        if (pass.wrong != null) {
            LOG.errorf("the register no longer holds what the log has signed, from place %d of epoch %s on",
                    pass.wrong, pass.epoch.name());
        }
        Finding finding = new Finding(pass.epoch.name(), pass.size, pass.wrong,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return unitOfWork.run(session -> heads.note(session, finding)).replaceWith(finding);
    }
}
