package org.harmregistry.sources.capture.domain;

/**
 * What a verification came to.
 *
 * @param detail what was verified or wrong, in a sentence with counts and names of algorithms, without words of the content
 */
public record CheckResult(CheckKind kind, CheckOutcome outcome, String detail) {

    static CheckResult verified(CheckKind kind, String detail) {
        return new CheckResult(kind, CheckOutcome.VERIFIED, detail);
    }

    static CheckResult failed(CheckKind kind, String detail) {
        return new CheckResult(kind, CheckOutcome.FAILED, detail);
    }

    static CheckResult notVerifiable(CheckKind kind, String detail) {
        return new CheckResult(kind, CheckOutcome.NOT_VERIFIABLE, detail);
    }
}
