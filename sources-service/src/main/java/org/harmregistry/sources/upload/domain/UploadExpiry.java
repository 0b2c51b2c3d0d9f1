package org.harmregistry.sources.upload.domain;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.sources.archive.FileArchive;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Removes uploads whose time is over, with what came of them. Replicas that do it at once take different ones. */
@ApplicationScoped
public class UploadExpiry {

    private static final int AT_ONCE = 100;

    private final UnitOfWork unitOfWork;
    private final Uploads uploads;
    private final FileArchive archive;
    private final Clock clock;

    public UploadExpiry(UnitOfWork unitOfWork, Uploads uploads, FileArchive archive, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.uploads = uploads;
        this.archive = archive;
        this.clock = clock;
    }

    /** Removes some of what has expired. */
    public Uni<Void> expire() {
        return unitOfWork.run(session -> uploads.expired(session, clock.instant(), AT_ONCE).call(found -> {
            Uni<Void> removed = Uni.createFrom().voidItem();
            for (Upload upload : found) {
                removed = removed.chain(() -> uploads.remove(session, upload));
            }
            return removed;
        })).chain(this::drop);
    }

    private Uni<Void> drop(List<Upload> removed) {
        List<Upload> unfinished = removed.stream()
                .filter(upload -> upload.state() == UploadState.OPEN && upload.storage() != null).toList();
        return Multi.createFrom().iterable(unfinished)
                .onItem().transformToUniAndConcatenate(upload -> archive.drop(upload.storage()))
                .onItem().ignoreAsUni();
    }

    @Scheduled(every = "${registry.uploads.expire-every}", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> expireInTurn() {
        return expire().onFailure().recoverWithNull();
    }
}
