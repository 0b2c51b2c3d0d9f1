package org.harmregistry.sources.archive;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** The failures that only the archive knows. */
public enum ArchiveFailure implements FailureCode {
    CONTENT_DAMAGED(FailureKind.CONFLICT, "The archived content is not what went in"),
    CONTENT_MISSING(FailureKind.CONFLICT, "The register names content that the archive does not hold"),
    DIGEST_MISMATCH(FailureKind.AGAINST_RULE, "The bytes that came have another digest than was said; nothing was stored"),
    FILE_EMPTY(FailureKind.AGAINST_RULE, "A file has at least one byte"),
    FILE_TOO_LARGE(FailureKind.TOO_LARGE, "A file has at most 200 MiB"),
    BODY_BROKE_OFF(FailureKind.MALFORMED, "The body broke off; nothing of it was stored"),
    ARCHIVE_FULL(FailureKind.INSUFFICIENT_STORAGE, "The archive has no room left for the moment");

    private final FailureKind kind;
    private final String title;

    ArchiveFailure(FailureKind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public FailureKind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }
}
