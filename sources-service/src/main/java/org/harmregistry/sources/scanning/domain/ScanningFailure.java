package org.harmregistry.sources.scanning.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** The failures that only scanning knows. */
public enum ScanningFailure implements FailureCode {
    SCANNER_UNAVAILABLE(FailureKind.UNAVAILABLE, "The scanner for malware cannot be asked for the moment");

    private final FailureKind kind;
    private final String title;

    ScanningFailure(FailureKind kind, String title) {
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
