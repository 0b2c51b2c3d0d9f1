package org.harmregistry.kit.web;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** Why an address on the web is not reached. */
public enum WebFailure implements FailureCode {
    /** The same for all reasons: which addresses exist inside is not told. */
    ADDRESS_NOT_ALLOWED(FailureKind.AGAINST_RULE, "This address is not reached from here"),
    HOST_UNKNOWN(FailureKind.AGAINST_RULE, "The host's name could not be looked up");

    private final FailureKind kind;
    private final String title;

    WebFailure(FailureKind kind, String title) {
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
