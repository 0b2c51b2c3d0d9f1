package org.harmregistry.reports.correction;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.edition.domain.Edition;
import org.harmregistry.reports.edition.domain.EditionFollower;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** An edition is watched from the transaction that publishes it to the one that replaces it or takes it back. */
@ApplicationScoped
public class WatchedEditions implements EditionFollower {

    private static final String WATCH = "insert into edition_watch (edition_id) values (:edition) on conflict do nothing";
    private static final String UNLIST = "delete from edition_record where edition_id = :edition";
    private static final String UNWATCH = "delete from edition_watch where edition_id = :edition";

    @Override
    public Uni<Void> published(Mutiny.Session session, Edition edition) {
        return run(session, WATCH, edition.id());
    }

    @Override
    public Uni<Void> superseded(Mutiny.Session session, Edition edition) {
        return run(session, UNLIST, edition.id()).chain(() -> run(session, UNWATCH, edition.id()));
    }

    @Override
    public Uni<Void> withdrawn(Mutiny.Session session, Edition edition) {
        return superseded(session, edition);
    }

    private static Uni<Void> run(Mutiny.Session session, String statement, UUID edition) {
        return session.createNativeQuery(statement).setParameter("edition", edition).executeUpdate().replaceWithVoid();
    }
}
