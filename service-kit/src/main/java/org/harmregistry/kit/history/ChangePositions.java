package org.harmregistry.kit.history;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/**
 * Gives committed changes their positions in the feed, one step at a time across all replicas. A number taken while writing
 * would be visible before a smaller one whose transaction commits later, and a reader would miss the smaller one for ever.
 */
@ApplicationScoped
public class ChangePositions {

    private static final String CLAIM = "select pg_try_advisory_xact_lock(7202600000000001)";
    private static final String ASSIGN = """
            update change set position = numbered.position
            from (select id, (select coalesce(max(position), 0) from change) + row_number() over (order by id) as position
                  from (select id from change where position is null order by id limit 20000) as waiting) as numbered
            where change.id = numbered.id
            """;

    private final UnitOfWork unitOfWork;

    public ChangePositions(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** Assigns positions to what has been committed; does nothing if another replica is just doing it. */
    public Uni<Void> assign() {
        return unitOfWork.run(session -> session.createNativeQuery(CLAIM, Boolean.class).getSingleResult()
                .chain(claimed -> claimed ? session.createNativeQuery(ASSIGN).executeUpdate().replaceWithVoid()
                        : Uni.createFrom().voidItem()));
    }

    @Scheduled(every = "${registry.changes.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> assignInTurn() {
        return assign().onFailure().recoverWithNull();
    }
}
