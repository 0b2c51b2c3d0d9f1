package org.harmregistry.sources.archive;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;

/** What a fault of the archive means to the caller. */
final class ArchiveFaults {

    private static final int OUT_OF_DISK_SPACE = 14031;

    private ArchiveFaults() {
    }

    /** 507 {@code archive_full} if there is no room, 503 {@code archive_unavailable} for everything else. */
    static Failure translated(Throwable cause) {
        if (cause instanceof Failure known) {
            return known;
        }
        return isFull(cause) ? Failure.of(ArchiveFailure.ARCHIVE_FULL).with("Retry-After", "60")
                : Failure.of(CommonFailure.ARCHIVE_UNAVAILABLE);
    }

    private static boolean isFull(Throwable cause) {
        return cause instanceof MongoException mongo && mongo.getCode() == OUT_OF_DISK_SPACE
                || cause instanceof MongoBulkWriteException bulk && bulk.getWriteErrors().stream()
                        .anyMatch(error -> error.getCode() == OUT_OF_DISK_SPACE);
    }
}
