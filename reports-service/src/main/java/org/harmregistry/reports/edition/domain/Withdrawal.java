package org.harmregistry.reports.edition.domain;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** How an edition is taken back: proposed by one person where the rule asks for two, and done. */
@Embeddable
public class Withdrawal {

    @Column(name = "withdrawal_proposed_by")
    private String proposedBy;
    @Column(name = "withdrawal_reason")
    private String reason;
    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    protected Withdrawal() {
    }

    void propose(String subject, String why) {
        this.proposedBy = subject;
        this.reason = why;
    }

    void take(String why, Instant now) {
        this.reason = why;
        this.withdrawnAt = now;
    }

    boolean isProposed() {
        return proposedBy != null && withdrawnAt == null;
    }

    boolean isProposedBy(String subject) {
        return subject.equals(proposedBy);
    }

    /** Who proposed it; {@code null} if nobody did, or nobody had to. */
    public String proposedBy() {
        return proposedBy;
    }

    /** Why, in the words of who proposed it; everybody reads them once the edition is withdrawn. */
    public String reason() {
        return reason;
    }

    /** When it was taken back, UTC; {@code null} if it was not. */
    public Instant withdrawnAt() {
        return withdrawnAt;
    }
}
