package org.harmregistry.reports.log.domain;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** How the log stands. A halted log signs nothing until an operator has begun a new epoch. */
public enum LogCondition {
    STARTING(false, "The log has not taken its first step yet."),
    RUNNING(false, "What is published is logged within seconds."),
    ARCHIVE_UNAVAILABLE(false,
            "The archive, which remembers the last checkpoint, cannot be reached. Nothing is signed meanwhile; what is published waits."),
    REGISTER_BEHIND(true,
            "The register holds fewer leaves than the last checkpoint covers: an older state of it was restored."),
    REGISTER_DIFFERS(true,
            "The register holds another tree than the last checkpoint covers: leaves were changed, or an older state of it was restored and continued."),
    WITNESS_BEHIND(true,
            "The archive remembers an earlier checkpoint than the register has signed: an older state of the archive was restored, so that the register cannot be checked against it."),
    WITNESS_MISSING(true,
            "The archive remembers no checkpoint of this log although the register has signed some: the archive was lost or replaced."),
    EPOCH_ENDED(true,
            "The archive remembers that this epoch was ended in favour of a later one, which the register does not know: an older state of it was restored."),
    EARLIER_LOG_FOUND(true, "The archive remembers a log that the register does not know: the register was lost or replaced.");

    private final boolean halted;
    private final String sentence;

    LogCondition(boolean halted, String sentence) {
        this.halted = halted;
        this.sentence = sentence;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The condition of a word of the register. */
    public static LogCondition of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** True if only an operator can go on from here. */
    public boolean isHalted() {
        return halted;
    }

    /** What it means, for everybody. */
    public String sentence() {
        return sentence;
    }
}
