package org.harmregistry.reports.log.domain;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.edition.domain.Edition;
import org.harmregistry.reports.edition.domain.EditionLogging;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Finds the leaves of editions with their proofs, and checks them. */
@ApplicationScoped
public class EditionsInLog implements EditionLogging {

    private final UnitOfWork unitOfWork;
    private final LeafQueue queue;
    private final LogHeads heads;
    private final LogTree tree;
    private final Cosignatures cosignatures;
    private final EditionStatement statement;
    private final ObjectMapper mapper;

    public EditionsInLog(UnitOfWork unitOfWork, LeafQueue queue, LogHeads heads, LogTree tree,
            Cosignatures cosignatures, EditionStatement statement, ObjectMapper mapper) {
        this.unitOfWork = unitOfWork;
        this.queue = queue;
        this.heads = heads;
        this.tree = tree;
        this.cosignatures = cosignatures;
        this.statement = statement;
        this.mapper = mapper;
    }

    /** A leaf, and its proof once a checkpoint covers it. */
    private record Found(NewLeaf leaf, LoggedLeaf logged) {
    }

    /** The leaves of an edition that a published checkpoint covers, in their order. */
    Uni<List<LoggedLeaf>> logged(UUID edition) {
        return found(edition).map(leaves -> leaves.stream().filter(leaf -> leaf.logged() != null).map(Found::logged).toList());
    }

    @Override
    public Uni<List<Place>> places(Edition edition) {
        return found(edition.id()).map(leaves -> leaves.stream().map(leaf -> place(edition, leaf)).toList());
    }

    private Place place(Edition edition, Found found) {
        String kind = found.leaf().kind().word();
        LoggedLeaf logged = found.logged();
        return logged == null ? new Place(kind, found.leaf().queuedAt(), null, null, null, null, null)
                : new Place(kind, found.leaf().queuedAt(), logged.epoch().origin(), logged.index(),
                        logged.checkpoint().head().size(), logged.isIncluded() && tells(edition, logged.leaf()),
                        logged.checkpoint().key());
    }

    /** The leaf commits to its statement, and the statement is what the register says of the edition now. */
    private boolean tells(Edition edition, NewLeaf leaf) {
        try {
            String committed = mapper.readTree(leaf.content()).path("commitment").textValue();
            return leaf.disclosure().commitment().equals(committed)
                    && Arrays.equals(statement.of(edition), leaf.disclosure().statement());
        } catch (IOException e) {
            return false;
        }
    }

    private Uni<List<Found>> found(UUID edition) {
        return unitOfWork.read(session -> queue.of(session, edition)
                .chain(placed -> Multi.createFrom().iterable(placed)
                        .onItem().transformToUniAndConcatenate(leaf -> found(session, leaf)).collect().asList()));
    }

    private Uni<Found> found(Mutiny.Session session, LeafQueue.Placed placed) {
        if (placed.position() == null) {
            return Uni.createFrom().item(new Found(placed.leaf(), null));
        }
        String epoch = placed.epoch().name();
        long index = placed.position();
        return heads.covering(session, epoch, index).chain(checkpoint -> checkpoint == null
                ? Uni.createFrom().item(new Found(placed.leaf(), null))
                : path(session, epoch, Span.inclusion(index, checkpoint.head().size()))
                        .chain(path -> cosignatures.of(session, epoch, checkpoint.head().size())
                                .map(lines -> new Found(placed.leaf(), new LoggedLeaf(placed.leaf(), placed.epoch(), index,
                                        checkpoint.cosigned(lines), path)))));
    }

    private Uni<List<byte[]>> path(Mutiny.Session session, String epoch, List<Span> spans) {
        return tree.nodes(session, epoch, TreeNodes.needed(spans)).map(nodes -> new TreeNodes(nodes).hashes(spans))
                .onFailure(TreeNodes.MissingNodeException.class).transform(failure -> Failure.of(LogFailure.LOG_DAMAGED));
    }
}
