package org.harmregistry.sources.archive;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.sources.archive.FileChunks.Unused;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Collects what the register does not name: content is written before its row, so a row that never came leaves content behind.
 * Never what a row names, nor what somebody asked for within a day; a file that is asked for while it is being collected stays.
 */
@ApplicationScoped
public class OrphanCollection {

    private static final Duration YOUNG = Duration.ofDays(1);
    private static final int STEP = 200;

    private final ArchiveWalks walks;
    private final FileChunks chunks;
    private final ArchivedFiles files;
    private final Clock clock;

    OrphanCollection(ArchiveWalks walks, FileChunks chunks, ArchivedFiles files, Clock clock) {
        this.walks = walks;
        this.chunks = chunks;
        this.files = files;
        this.clock = clock;
    }

    /** Takes one step through the archive. */
    public Uni<Void> collect() {
        return walks.step("orphans", position -> chunks.overdue(clock.instant(), STEP)
                .chain(writings -> each(writings, chunks::abandon))
                .chain(() -> chunks.unused(position, clock.instant().minus(YOUNG), STEP))
                .call(seen -> collect(seen))
                .map(seen -> seen.size() < STEP ? "" : seen.get(seen.size() - 1).storage()));
    }

    private Uni<Void> collect(List<Unused> seen) {
        return files.named(seen.stream().map(Unused::digest).collect(Collectors.toSet()))
                .chain(named -> each(seen.stream().filter(file -> !named.contains(file.digest())).toList(), chunks::collect));
    }

    private static <T> Uni<Void> each(List<T> items, Function<T, Uni<Void>> work) {
        return Multi.createFrom().iterable(items).onItem().transformToUniAndConcatenate(work::apply).onItem().ignoreAsUni();
    }

    @Scheduled(every = "${registry.archive.collect-every}", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> collectInTurn() {
        return collect().onFailure().recoverWithNull();
    }
}
