package org.harmregistry.sources.sealing.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** The failures of sealed texts. */
public enum SealingFailure implements FailureCode {
    KEYS_UNAVAILABLE(FailureKind.UNAVAILABLE, "The keys cannot be reached for the moment"),
    SEALED_TEXT_DAMAGED(FailureKind.CONFLICT, "What is sealed here was moved or altered and is not shown"),
    KEY_DESTROYED(FailureKind.GONE, "The key was destroyed, and with it what was sealed under it");

    private final FailureKind kind;
    private final String title;

    SealingFailure(FailureKind kind, String title) {
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
