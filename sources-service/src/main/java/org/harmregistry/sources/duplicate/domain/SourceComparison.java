package org.harmregistry.sources.duplicate.domain;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.bulk.BulkImport;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.sources.archive.Archive;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceText;
import org.harmregistry.sources.source.domain.Sources;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

/**
 * Notes, step by step, what new and changed sources are told alike by. Any replica may take a step. Texts are read and counted
 * outside of any transaction, the counting on a worker thread, one batch at a time. Imports go first: beside one the steps
 * are short, and catch up when it is over.
 */
@ApplicationScoped
public class SourceComparison {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration WHILE_AWAY = Duration.ofSeconds(5);
    private static final int BATCH = 100;
    /** So many batches a step, or an import of many sources would be compared for hours. */
    private static final int BATCHES = 10;
    private static final int TEXTS_AT_ONCE = 20;

    private final UnitOfWork unitOfWork;
    private final Likenesses likenesses;
    private final Sources sources;
    private final Archive archive;
    private final BulkImport imports;
    private final Vertx vertx;

    public SourceComparison(UnitOfWork unitOfWork, Likenesses likenesses, Sources sources, Archive archive, BulkImport imports,
            Vertx vertx) {
        this.unitOfWork = unitOfWork;
        this.likenesses = likenesses;
        this.sources = sources;
        this.archive = archive;
        this.imports = imports;
        this.vertx = vertx;
    }

    @Scheduled(every = "${registry.comparison.every}", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> compareInTurn() {
        return compare(BATCHES).onFailure().recoverWithNull();
    }

    private Uni<Void> compare(int batches) {
        return step().chain(
                full -> full && batches > 1 && !imports.isRunning() ? compare(batches - 1) : Uni.createFrom().voidItem());
    }

    /** True if there may be more to do. */
    private Uni<Boolean> step() {
        UUID claim = UUID.randomUUID();
        return unitOfWork.run(session -> likenesses.claim(session, claim, LEASE, BATCH)
                .chain(ids -> sources.findAll(session, ids).map(found -> new Claimed(ids, List.copyOf(found.values())))))
                .chain(claimed -> claimed.ids().isEmpty() ? Uni.createFrom().item(false)
                        : compare(claim, claimed).replaceWith(claimed.ids().size() == BATCH));
    }

    private record Claimed(List<UUID> ids, Collection<Source> sources) {
    }

    private Uni<Void> compare(UUID claim, Claimed claimed) {
        List<Source> wordy = claimed.sources().stream().filter(source -> !source.texts().isEmpty()).toList();
        return likenesses(claimed.sources().stream().filter(source -> source.texts().isEmpty()).toList())
                .chain(plain -> likenessesInParts(wordy).map(rest -> joined(plain, rest)))
                .chain(all -> unitOfWork.run(Duration.ofSeconds(20),
                        session -> likenesses.write(session, claim, claimed.ids(), all)))
                .onFailure().recoverWithUni(() -> unitOfWork.run(session -> likenesses.release(session, claim, WHILE_AWAY)));
    }

    /** Texts may be large: only those of a few sources are held at a time. */
    private Uni<List<Likeness>> likenessesInParts(List<Source> wordy) {
        if (wordy.size() <= TEXTS_AT_ONCE) {
            return likenesses(wordy);
        }
        return likenesses(wordy.subList(0, TEXTS_AT_ONCE))
                .chain(first -> likenessesInParts(wordy.subList(TEXTS_AT_ONCE, wordy.size())).map(rest -> joined(first, rest)));
    }

    private Uni<List<Likeness>> likenesses(List<Source> part) {
        Set<String> digests = part.stream().flatMap(source -> source.texts().stream()).map(SourceText::digest)
                .collect(Collectors.toUnmodifiableSet());
        return archive.read(digests).chain(texts -> vertx.executeBlocking(
                () -> part.stream().map(source -> Likeness.of(source, texts)).toList()));
    }

    private static List<Likeness> joined(List<Likeness> some, List<Likeness> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
