package org.harmregistry.reports;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;

import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.archive.Archive;
import org.harmregistry.reports.archive.ArchiveFailure;
import org.harmregistry.reports.archive.LongContent;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The archive, which a test can make wait, or fill. */
@Decorator
@Priority(1)
class HeldArchive implements Archive {

    /** True while there is no room for anything new. */
    static volatile boolean isFull;

    @Inject
    @Any
    @Delegate
    Archive archive;

    @Override
    public Uni<String> keep(byte[] content, String mediaType) {
        return unlessFull(mediaType, () -> archive.keep(content, mediaType));
    }

    @Override
    public Uni<String> keep(LongContent content, String mediaType) {
        return unlessFull(mediaType, () -> archive.keep(content, mediaType));
    }

    private static Uni<String> unlessFull(String mediaType, Supplier<Uni<String>> keeping) {
        return isFull ? Uni.createFrom().failure(Failure.of(ArchiveFailure.ARCHIVE_FULL))
                : Held.pass(mediaType).chain(() -> keeping.get());
    }

    @Override
    public Uni<Optional<byte[]>> find(String digest) {
        return archive.find(digest);
    }

    @Override
    public Multi<byte[]> pieces(String digest) {
        return archive.pieces(digest);
    }
}
