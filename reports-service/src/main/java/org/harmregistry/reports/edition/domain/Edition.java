package org.harmregistry.reports.edition.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.harmregistry.reports.definition.domain.PublicationRule;

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
    @Column(name = "made_from")
    private String madeFrom;
    @Column(name = "document_digest")
    private String documentDigest;
    @Column(name = "publication_rule")
    private String publicationRule;
    @Column(name = "embargo_until")
    private Instant embargoUntil;
    @Column(name = "public_version")
    private long publicVersion;
    @Embedded
    private Turn turn;
    @Embedded
    private Approval approval;
    @Embedded
    private Withdrawal withdrawal;
    @Embedded
    private Correction correction;

    protected Edition() {
    }

    /** True if the claim is still the one under which somebody works, and the work is still to be done. */
    boolean isHeldBy(UUID claim) {
        return !status.wasOut() && turn.isHeldBy(claim);
    }

    /** Takes in what was made; nothing of it is changed any more but the files, which say when it was published. */
    void freeze(FrozenEdition frozen, String rule) {
        this.title = frozen.document().title();
        this.effectiveAt = frozen.document().effectiveAt();
        this.digest = frozen.document().digest();
        this.figures = frozen.content().figures();
        this.files = frozen.content().files();
        this.credits = frozen.content().credits();
        this.madeFrom = frozen.madeFrom();
        this.documentDigest = frozen.documentDigest();
        this.publicationRule = rule;
        correction().list(frozen.content().changes());
    }

    /** Is held back for a cause, until an instant or until somebody acts. */
    void hold(EditionHold hold, Instant now) {
        this.status = EditionStatus.GATED;
        turn.waitUntil(hold.until(), hold.code(), hold.detail());
        nextVersion(now);
    }

    /** Is given up before it is whole; it keeps its number and holds nothing. */
    void abandon(String code, String detail, Instant now) {
        this.status = EditionStatus.ABANDONED;
        turn.waitUntil(null, code, detail);
        nextVersion(now);
    }

    void publish(Instant published, Instant now) {
        this.status = EditionStatus.PUBLISHED;
        this.publishedAt = published;
        turn.end();
        nextPublicVersion(now);
    }

    void supersede(Instant now) {
        this.status = EditionStatus.SUPERSEDED;
        nextPublicVersion(now);
    }

    /** Waits no longer: whoever looks next examines it and lets it out, if nothing else holds it. */
    void proceed(Instant now) {
        turn.waitUntil(now, "publication_due", "It is published within seconds, if nothing else holds it.");
        nextVersion(now);
    }

    void approve(String subject, Instant now) {
        approval().approve(subject, now);
        hold(EditionHold.PUBLICATION_AWAITED, now);
    }

    /** Something that is kept beside it has changed. */
    void touch(Instant now) {
        nextVersion(now);
    }

    void release(String subject, Instant now) {
        approval().release(subject, now);
        proceed(now);
    }

    void proposeWithdrawal(String subject, String reason, Instant now) {
        withdrawal().propose(subject, reason);
        nextVersion(now);
    }

    void withdraw(String reason, Instant now) {
        this.status = EditionStatus.WITHDRAWN;
        withdrawal().take(reason, now);
        nextPublicVersion(now);
    }

    void markForCorrection(String records, Instant now) {
        correction().mark(records, now);
        nextPublicVersion(now);
    }

    private void nextVersion(Instant now) {
        this.version++;
        this.updatedAt = now;
    }

    private void nextPublicVersion(Instant now) {
        nextVersion(now);
        this.publicVersion = publicVersion == 0 ? version : publicVersion + 1;
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
        return turn.attempts();
    }

    public String causeCode() {
        return turn.causeCode();
    }

    public String causeDetail() {
        return turn.causeDetail();
    }

    /** The definition as it was when the edition was made, as JSON; {@code null} on a draft. */
    public String madeFrom() {
        return madeFrom;
    }

    String documentDigest() {
        return documentDigest;
    }

    boolean needsTwoPersons() {
        return PublicationRule.TWO_PERSONS.equals(publicationRule);
    }

    /** The instant before which it is not out; {@code null} for none. */
    public Instant embargoUntil() {
        return embargoUntil;
    }

    /** Counts what everybody could see change. */
    public long publicVersion() {
        return publicVersion;
    }

    /** Who let it out; an embeddable without any value is read as none. */
    public Approval approval() {
        approval = approval == null ? new Approval() : approval;
        return approval;
    }

    public Correction correction() {
        correction = correction == null ? new Correction() : correction;
        return correction;
    }

    public Withdrawal withdrawal() {
        withdrawal = withdrawal == null ? new Withdrawal() : withdrawal;
        return withdrawal;
    }
}
