package org.harmregistry.reports.page;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.smallrye.mutiny.Uni;

/** Files that are written and dropped before anything else happens. */
class FilesAtOnce extends PageFiles {

    FilesAtOnce(Path directory) {
        super(null, Optional.of(directory.toString()));
    }

    @Override
    <T> Uni<T> on(Callable<T> work) {
        return Uni.createFrom().item(() -> {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
