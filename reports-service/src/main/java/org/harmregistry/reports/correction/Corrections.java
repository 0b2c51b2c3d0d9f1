package org.harmregistry.reports.correction;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.time.NextTurn;
import org.harmregistry.reports.edition.domain.EditionCorrections;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Marks published editions whose records changed, and has the next one prepared. The next one waits a little, so that many
 * changes at once become one correction. Every replica does this; locks and compare-and-set keep them apart.
 */
@ApplicationScoped
public class Corrections {

    private static final Logger LOG = Logger.getLogger(Corrections.class);

    private final UnitOfWork unitOfWork;
    private final RecordListing listing;
    private final FeedFollowing following;
    private final CorrectionStore store;
    private final EditionCorrections editions;
    private final JsonReading json;
    private final Duration quiet;
    private volatile String marked = "";

    Corrections(UnitOfWork unitOfWork, RecordListing listing, FeedFollowing following, CorrectionStore store,
            EditionCorrections editions, JsonReading json,
            @ConfigProperty(name = "registry.corrections.quiet") Duration quiet) {
        this.unitOfWork = unitOfWork;
        this.listing = listing;
        this.following = following;
        this.store = store;
        this.editions = editions;
        this.json = json;
        this.quiet = quiet;
    }

    /** Lists, follows, marks. */
    public Uni<Void> follow() {
        return listing.listAll().chain(following::readOn).chain(this::mark);
    }

    /** Not again where nothing was read, listed or published since: with a large edition out the question is a costly one. */
    private Uni<Void> mark() {
        return unitOfWork.run(store::state).chain(state -> state.equals(marked) ? Uni.createFrom().voidItem()
                : markTouched().invoke(() -> marked = state));
    }

    private Uni<Void> markTouched() {
        return unitOfWork.readLarge(store::touched).chain(touched -> Multi.createFrom().iterable(touched)
                .onItem().transformToUniAndConcatenate(edition -> unitOfWork.run(session -> store.causes(session, edition)
                        .chain(causes -> editions.mark(session, edition, json.tree(causes).toString(), quiet))))
                .collect().last().replaceWithVoid());
    }

    @Scheduled(every = "${registry.corrections.every}", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> followOnTime() {
        return NextTurn.after(follow(), LOG, "corrections");
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return unitOfWork.run(store::forget).onFailure().recoverWithNull();
    }
}
