package org.harmregistry.reports.correction;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.registry.ChangeFeeds;
import org.harmregistry.reports.registry.ChangesRead;
import org.jboss.logging.Logger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Follows the change feeds. The cursor moves in the transaction that notes what was read, so that nothing is missed or noted
 * under a cursor that was never reached; a feed that began anew is read again from its beginning.
 */
@ApplicationScoped
class FeedFollowing {

    private static final Logger LOG = Logger.getLogger(FeedFollowing.class);
    private static final int PAGES_AT_ONCE = 50;

    private final UnitOfWork unitOfWork;
    private final CorrectionStore store;
    private final ChangeFeeds feeds;

    FeedFollowing(UnitOfWork unitOfWork, CorrectionStore store, ChangeFeeds feeds) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.feeds = feeds;
    }

    /** Reads on in each feed; one that cannot be reached waits for the next time and holds no other one up. */
    Uni<Void> readOn() {
        return Multi.createFrom().iterable(ChangeFeeds.COLLECTIONS)
                .onItem().transformToUniAndConcatenate(feed -> readOn(feed, PAGES_AT_ONCE)
                        .onFailure(Failure.class).recoverWithUni(failure -> waitOrBegin(feed, (Failure) failure)))
                .collect().last().replaceWithVoid();
    }

    private Uni<Void> readOn(String feed, int pages) {
        return unitOfWork.run(session -> store.cursor(session, feed)).chain(cursor -> feeds.behind(feed, cursor)
                .chain(read -> note(feed, cursor, read)
                        .chain(() -> read.page() != null && read.page().more() && pages > 1 ? readOn(feed, pages - 1)
                                : Uni.createFrom().voidItem())));
    }

    private Uni<Void> note(String feed, String cursor, ChangesRead read) {
        if (read.page() == null || read.page().next() == null || read.page().next().equals(cursor)) {
            return Uni.createFrom().voidItem();
        }
        return unitOfWork.run(session -> store.move(session, feed, cursor, read.page().next())
                .chain(moved -> moved ? store.see(session, feed, read.items()) : Uni.createFrom().voidItem()));
    }

    private Uni<Void> waitOrBegin(String feed, Failure failure) {
        if (failure.code() != CommonFailure.CURSOR_EXPIRED) {
            LOG.debugf("the feed of %s waits: %s", feed, failure.getMessage());
            return Uni.createFrom().voidItem();
        }
        LOG.infof("the feed of %s has begun anew and is read again", feed);
        return unitOfWork.run(session -> store.cursor(session, feed).chain(cursor -> store.move(session, feed, cursor, null)))
                .replaceWithVoid();
    }
}
