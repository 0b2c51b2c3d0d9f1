package org.harmregistry.sources.archive;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;

/** What a fault of the archive's database means to the caller, and to the operator. */
public final class ArchiveFaults {

    private static final int OUT_OF_DISK_SPACE = 14031;

    private ArchiveFaults() {
    }

    /** 507 {@code archive_full} if there is no room, 503 {@code archive_unavailable} for everything else. */
    public static Failure translated(Throwable cause) {
        if (cause instanceof Failure known) {
            return known;
        }
        return isFull(cause)
                ? Failure.of(ArchiveFailure.ARCHIVE_FULL).with("Retry-After", "60").because(origin(cause), cause)
                : Failure.of(CommonFailure.ARCHIVE_UNAVAILABLE).because(origin(cause), cause);
    }

    /** What a log says of where it comes from: the database's code, or that no answer came. */
    public static String origin(Throwable cause) {
        int code = cause instanceof MongoException mongo ? mongo.getCode() : 0;
        // Of a bulk the driver keeps the codes of its rows apart.
        int told = isFull(cause) ? OUT_OF_DISK_SPACE : code;
        return told > 0 ? "MongoDB " + told : "no answer from MongoDB";
    }

    private static boolean isFull(Throwable cause) {
        return cause instanceof MongoException mongo && mongo.getCode() == OUT_OF_DISK_SPACE
                || cause instanceof MongoBulkWriteException bulk && bulk.getWriteErrors().stream()
                        .anyMatch(error -> error.getCode() == OUT_OF_DISK_SPACE);
    }
}
