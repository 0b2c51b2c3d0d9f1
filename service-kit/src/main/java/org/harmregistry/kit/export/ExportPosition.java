package org.harmregistry.kit.export;

import java.util.Arrays;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.ChangePositions;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Tells how far a collection has come: two exports at one position hold the same. */
@ApplicationScoped
public class ExportPosition {

    /** Changes that have no position yet count, too: they are in the export already. */
    private static final String POSITION = """
            select cast(e.epoch as text) as epoch,
                   (select max(c.position) from change c where c.collection = :collection) as position,
                   (select count(*) from change w where w.position is null and w.collection = :collection) as waiting,
                   (select max(n.id) from change n where n.position is null and n.collection = :collection) as newest
            from feed_epoch e
            """;

    private final UnitOfWork unitOfWork;
    private final ChangePositions positions;

    public ExportPosition(UnitOfWork unitOfWork, ChangePositions positions) {
        this.unitOfWork = unitOfWork;
        this.positions = positions;
    }

    /** To be asked before the export reads: what comes in between is then at worst sent twice, never missed. */
    Uni<String> of(String collection) {
        return positions.assign().chain(() -> unitOfWork.run(session -> position(session, collection)));
    }

    private static Uni<String> position(Mutiny.Session session, String collection) {
        return session.createNativeQuery(POSITION, Object[].class).setParameter("collection", collection).getSingleResult()
                .map(row -> collection + Arrays.toString(row));
    }
}
