package org.harmregistry.reports.edition.domain;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.harmregistry.reports.gate.Finding;

/** A finding of the gate, kept with its edition, and what became of it. */
@Entity
@Table(name = "edition_finding")
public class EditionFinding {

    @Id
    private UUID id;
    @Column(name = "edition_id")
    private UUID editionId;
    private int number;
    private String rule;
    private String severity;
    private String pointer;
    private String message;
    private boolean overridable;
    @Column(name = "found_at")
    private Instant foundAt;
    @Column(name = "cleared_at")
    private Instant clearedAt;
    @Column(name = "override_reason")
    private String overrideReason;
    @Column(name = "override_by")
    private String overrideBy;
    @Column(name = "override_at")
    private Instant overrideAt;
    @Column(name = "override_confirmed_by")
    private String overrideConfirmedBy;
    @Column(name = "override_confirmed_at")
    private Instant overrideConfirmedAt;

    protected EditionFinding() {
    }

    EditionFinding(UUID id, UUID editionId, int number, Finding finding, Instant now) {
        this.id = id;
        this.editionId = editionId;
        this.number = number;
        this.rule = finding.rule();
        this.severity = finding.severity().word();
        this.pointer = finding.pointer();
        this.message = finding.message();
        this.overridable = finding.overridable();
        this.foundAt = now;
    }

    boolean is(Finding finding) {
        return rule.equals(finding.rule()) && pointer.equals(finding.pointer()) && message.equals(finding.message());
    }

    /** The rule found it again, or no longer finds it. */
    void found(boolean again, Instant now) {
        this.clearedAt = again ? null : clearedAt == null ? now : clearedAt;
    }

    void proposeOverride(String subject, String reason, Instant now) {
        this.overrideBy = subject;
        this.overrideReason = reason;
        this.overrideAt = now;
    }

    void confirmOverride(String subject, Instant now) {
        this.overrideConfirmedBy = subject;
        this.overrideConfirmedAt = now;
    }

    /** True if it keeps the edition from going out. */
    public boolean isBlocking() {
        return severity.equals("blocks") && clearedAt == null && overrideConfirmedBy == null;
    }

    public int number() {
        return number;
    }

    /** Name and version of the rule. */
    public String rule() {
        return rule;
    }

    /** {@code blocks} or {@code warns}. */
    public String severity() {
        return severity;
    }

    /** JSON pointer into the edition's document; empty for the whole. */
    public String pointer() {
        return pointer;
    }

    public String message() {
        return message;
    }

    /** True if two people may let the edition out in spite of it. */
    public boolean overridable() {
        return overridable;
    }

    public Instant foundAt() {
        return foundAt;
    }

    /** When the rule no longer found it; {@code null} if it still does. */
    public Instant clearedAt() {
        return clearedAt;
    }

    public String overrideReason() {
        return overrideReason;
    }

    public String overrideBy() {
        return overrideBy;
    }

    public Instant overrideAt() {
        return overrideAt;
    }

    public String overrideConfirmedBy() {
        return overrideConfirmedBy;
    }

    public Instant overrideConfirmedAt() {
        return overrideConfirmedAt;
    }
}
