package org.harmregistry.reports.edition.domain;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What is wrong with an edition since it came out, and what it put right itself. */
@Embeddable
public class Correction {

    @Column(name = "correction_due_at")
    private Instant dueAt;
    @Column(name = "correction_records")
    private String records;
    private String changes;

    protected Correction() {
    }

    void mark(String changed, Instant now) {
        this.dueAt = now;
        this.records = changed;
    }

    void list(String differing) {
        this.changes = differing;
    }

    boolean isDue() {
        return dueAt != null;
    }

    /** Since when it is known that a record behind it changed, UTC; {@code null} if none did. */
    public Instant dueAt() {
        return dueAt;
    }

    /** The records that changed, as JSON; at most 200. */
    public String records() {
        return records;
    }

    /** What differs from the edition before, as JSON; {@code null} for the first one. */
    public String changes() {
        return changes;
    }
}
