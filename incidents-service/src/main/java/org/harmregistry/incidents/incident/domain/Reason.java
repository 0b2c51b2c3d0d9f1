package org.harmregistry.incidents.incident.domain;

/**
 * Why a step is taken; kept in the history.
 *
 * @param reason in the words of who takes it, at most 2,000 characters
 */
public record Reason(String reason) {

    static final int LONGEST = 2_000;

    public Reason {
        Bounds.text(Bounds.required(reason, "/reason"), LONGEST, "/reason");
    }
}
