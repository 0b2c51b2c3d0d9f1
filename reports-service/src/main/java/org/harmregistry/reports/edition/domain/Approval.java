package org.harmregistry.reports.edition.domain;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The two people who let an edition out, where the definition's rule asks for them. */
@Embeddable
public class Approval {

    @Column(name = "approved_by")
    private String approvedBy;
    @Column(name = "approved_at")
    private Instant approvedAt;
    @Column(name = "released_by")
    private String releasedBy;
    @Column(name = "released_at")
    private Instant releasedAt;

    protected Approval() {
    }

    void approve(String subject, Instant now) {
        this.approvedBy = subject;
        this.approvedAt = now;
    }

    void release(String subject, Instant now) {
        this.releasedBy = subject;
        this.releasedAt = now;
    }

    boolean isApproved() {
        return approvedBy != null;
    }

    boolean isApprovedBy(String subject) {
        return subject.equals(approvedBy);
    }

    boolean isReleased() {
        return releasedBy != null;
    }

    /** When the first person approved it, UTC; {@code null} if nobody did. */
    public Instant approvedAt() {
        return approvedAt;
    }

    public String approvedBy() {
        return approvedBy;
    }

    /** When the second person let it out, UTC; {@code null} if nobody did. */
    public Instant releasedAt() {
        return releasedAt;
    }

    public String releasedBy() {
        return releasedBy;
    }
}
