package org.harmregistry.reports;

import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;

import org.harmregistry.reports.archive.Archive;

import io.smallrye.mutiny.Uni;

/** The archive, which a test can make wait. */
@Decorator
@Priority(1)
class HeldArchive implements Archive {

    @Inject
    @Any
    @Delegate
    Archive archive;

    @Override
    public Uni<String> keep(byte[] content, String mediaType) {
        return Held.pass(mediaType).chain(() -> archive.keep(content, mediaType));
    }

    @Override
    public Uni<Optional<byte[]>> find(String digest) {
        return archive.find(digest);
    }
}
