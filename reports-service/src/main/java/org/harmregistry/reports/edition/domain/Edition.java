package org.harmregistry.reports.edition.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One edition of a report. Once published, only its status changes. */
@Entity
@Table(name = "edition")
public class Edition {

    @Id
    private UUID id;
    @Column(name = "definition_id")
    private UUID definitionId;
    private String report;
    @Column(name = "period_key")
    private String periodKey;
    @Column(name = "period_from")
    private LocalDate periodFrom;
    @Column(name = "period_to")
    private LocalDate periodTo;
    @Column(name = "period_label")
    private String periodLabel;
    private int number;
    @Convert(converter = EditionStatusColumn.class)
    private EditionStatus status;
    private String title;
    private String language;
    @Column(name = "effective_at")
    private Instant effectiveAt;
    @Column(name = "published_at")
    private Instant publishedAt;
    private String digest;
    private String figures;
    private String files;
    private String credits;
    private String organisation;
    private long version;
    @Column(name = "recorded_at")
    private Instant recordedAt;
    @Column(name = "updated_at")
    private Instant updatedAt;
    private int attempts;
    @Column(name = "claimed_by")
    private UUID claimedBy;
    @Column(name = "cause_code")
    private String causeCode;
    @Column(name = "cause_detail")
    private String causeDetail;

    protected Edition() {
    }

    /** True if the claim is still the one under which somebody works, and the work is still to be done. */
    boolean isHeldBy(UUID claim) {
        return status == EditionStatus.DRAFT && claim.equals(claimedBy);
    }

    void publish(EditionDocument document, FrozenContent content, Instant now) {
        this.status = EditionStatus.PUBLISHED;
        this.title = document.title();
        this.effectiveAt = document.effectiveAt();
        this.publishedAt = document.publishedAt();
        this.digest = document.digest();
        this.figures = content.figures();
        this.files = content.files();
        this.credits = content.credits();
        this.claimedBy = null;
        this.causeCode = null;
        this.causeDetail = null;
        nextVersion(now);
    }

    void supersede(Instant now) {
        this.status = EditionStatus.SUPERSEDED;
        nextVersion(now);
    }

    private void nextVersion(Instant now) {
        this.version++;
        this.updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID definitionId() {
        return definitionId;
    }

    public String report() {
        return report;
    }

    public EditionDocument.Period period() {
        return new EditionDocument.Period(periodKey, periodFrom, periodTo, periodLabel);
    }

    public int number() {
        return number;
    }

    public EditionStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String language() {
        return language;
    }

    public Instant effectiveAt() {
        return effectiveAt;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public String digest() {
        return digest;
    }

    public String figures() {
        return figures;
    }

    public String files() {
        return files;
    }

    public String credits() {
        return credits;
    }

    public String organisation() {
        return organisation;
    }

    public long version() {
        return version;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public int attempts() {
        return attempts;
    }

    public String causeCode() {
        return causeCode;
    }

    public String causeDetail() {
        return causeDetail;
    }
}
