package org.harmregistry.reports.run.domain;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a run stands. */
public enum RunState {
    /** Its turn has not come, or it is tried again later. */
    WAITING,
    /** Somebody makes the edition. */
    RUNNING,
    /** The edition is whole: out, or held back by the gate, people or time. */
    DONE,
    /** It was given up; the problem says why. */
    FAILED,
    /** A publisher called it off. */
    CANCELLED;

    /** The state as it stands in the API and in the register. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True if nothing will change any more. */
    public boolean hasEnded() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
