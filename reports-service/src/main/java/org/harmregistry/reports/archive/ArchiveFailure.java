package org.harmregistry.reports.archive;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** The failures that only the archive knows. */
public enum ArchiveFailure implements FailureCode {
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
