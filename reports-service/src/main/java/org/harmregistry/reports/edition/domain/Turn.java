package org.harmregistry.reports.edition.domain;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Whose turn an edition that is not out is: a maker's now or later, or people's; and why it is not out yet. */
@Embeddable
class Turn {

    private int attempts;
    @Column(name = "claimed_by")
    private UUID claimedBy;
    @Column(name = "claimed_until")
    private Instant claimedUntil;
    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;
    @Column(name = "cause_code")
    private String causeCode;
    @Column(name = "cause_detail")
    private String causeDetail;

    protected Turn() {
    }

    boolean isHeldBy(UUID claim) {
        return claim.equals(claimedBy);
    }

    /** Waits until the instant, or for people if there is none. */
    void waitUntil(Instant next, String code, String detail) {
        end();
        this.nextAttemptAt = next;
        this.causeCode = code;
        this.causeDetail = detail;
    }

    /** The work is done. */
    void end() {
        this.attempts = 0;
        this.claimedBy = null;
        this.claimedUntil = null;
        this.causeCode = null;
        this.causeDetail = null;
    }

    int attempts() {
        return attempts;
    }

    String causeCode() {
        return causeCode;
    }

    String causeDetail() {
        return causeDetail;
    }
}
