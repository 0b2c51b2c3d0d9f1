package org.harmregistry.sources.citation.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.incident.domain.IncidentFinding;
import org.harmregistry.sources.source.domain.Finding;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A source cited for an incident. Who may see the source may see the citation. */
@Entity
public class Citation {

    /** What there is only one citation for. */
    public record Key(UUID source, UUID incident, String passageDigest) {
    }

    @Id
    private UUID id;
    private UUID sourceId;
    private UUID incident;
    private String passage;
    private String passageDigest;
    private Stance stance;
    @JdbcTypeCode(SqlTypes.JSON)
    private CitationParts parts;
    private IncidentSight incidentSight;
    private UUID successor;
    private boolean citedByRegistry;
    private CitationStatus status;
    private Instant retractedAt;
    private String retractionReason;
    private String organisation;
    private long version;
    private Instant recordedAt;
    private Instant updatedAt;
    private long publicVersion;
    private Instant publicUpdatedAt;
    @Transient
    private boolean seenToDiffer;
    private String recordedBy;
    private String creationDigest;
    private String importDigest;
    private Long importVersion;

    protected Citation() {
    }

    public Citation(UUID id, UUID sourceId, Caller caller, CitationContent content, String creationDigest, Instant now) {
        this.id = id;
        this.sourceId = sourceId;
        write(content);
        this.citedByRegistry = caller.readsAll();
        this.status = CitationStatus.ACTIVE;
        this.organisation = caller.requiredOrganisation();
        this.recordedBy = caller.subject();
        this.creationDigest = creationDigest;
        this.version = 1;
        this.recordedAt = now;
        this.updatedAt = now;
        this.publicVersion = 1;
        this.publicUpdatedAt = now;
    }

    static Key keyOf(UUID source, CitationContent content) {
        return new Key(source, content.incident(), content.passageDigest());
    }

    public Key key() {
        return new Key(sourceId, incident, passageDigest);
    }

    private void write(CitationContent content) {
        incident = content.incident();
        passage = content.passage();
        passageDigest = content.passageDigest();
        stance = content.stance();
        parts = new CitationParts(content.dataQuality(), content.claims(), content.locator());
    }

    /** What people say of the citation, as it stands. */
    public CitationContent content() {
        return new CitationContent(incident, stance, passage, parts.locator(), parts.claims(), parts.dataQuality());
    }

    /** Puts another content in the place of the present one. */
    void rewrite(CitationContent content, Instant now) {
        List<Object> shownBefore = shownToEverybody();
        if (!content.incident().equals(incident)) {
            incidentSight = null;
            successor = null;
        }
        write(content);
        changed(shownBefore, now);
    }

    /**
     * Takes the citation back. It stays, so that who relied on it can see that it no longer stands.
     *
     * @throws Failure 409 if that was done already
     */
    void retract(String reason, Instant now) {
        requireActive();
        List<Object> shownBefore = shownToEverybody();
        status = CitationStatus.RETRACTED;
        retractedAt = now;
        retractionReason = reason;
        changed(shownBefore, now);
    }

    private void changed(List<Object> shownBefore, Instant now) {
        version++;
        updatedAt = now;
        seenToDiffer |= !shownToEverybody().equals(shownBefore);
    }

    /** What a change can change of what everybody is shown, should everybody see the citation. */
    private List<Object> shownToEverybody() {
        int named = claims() == null ? 0 : claims().victims().size();
        return Arrays.asList(content().forEverybody(), named, verificationFor(Caller.ANONYMOUS),
                successorFor(Caller.ANONYMOUS), status);
    }

    /** Counts the last change for who sees no more than everybody: if there was a difference, or it came into public sight. */
    void count(boolean publicBefore, boolean publicNow) {
        if (version > 1 && (seenToDiffer || publicNow && !publicBefore)) {
            publicVersion++;
            publicUpdatedAt = updatedAt;
        }
        seenToDiffer = false;
    }

    void requireActive() {
        if (isRetracted()) {
            throw Failure.of(CommonFailure.CONFLICT_WITH_STATE, "The citation was retracted: cite the source anew.");
        }
    }

    /** Notes at its creation what the citer was told of the incident. */
    void begin(IncidentFinding finding) {
        incidentSight = IncidentSight.of(finding, organisation, citedByRegistry);
        successor = incidentSight == IncidentSight.NOBODY ? null : finding.successor();
    }

    /** Notes what incidents-service says of the incident by now; the content stays as it was imported. */
    void settle(IncidentFinding finding, Instant now) {
        List<Object> shownBefore = shownToEverybody();
        begin(finding);
        follow(now);
        seenToDiffer |= !shownToEverybody().equals(shownBefore);
    }

    /** Counts a change of the source that decides who sees the citation; the content stays as it was imported. */
    void follow(Instant now) {
        importVersion = isAsImported() ? Long.valueOf(version + 1) : importVersion;
        version++;
        updatedAt = now;
    }

    /** Notes which import row the present version was made of. */
    void imported(String digest) {
        importDigest = digest;
        importVersion = version;
    }

    boolean isLastImport(String digest) {
        return digest.equals(importDigest);
    }

    boolean isAsImported() {
        return importVersion != null && importVersion == version;
    }

    /** The version that the last import made; {@code null} if the citation was never imported. */
    Long importVersion() {
        return importVersion;
    }

    boolean isCreationOf(Caller caller, String digest) {
        return recordedBy.equals(caller.subject()) && creationDigest.equals(digest);
    }

    public UUID id() {
        return id;
    }

    public UUID sourceId() {
        return sourceId;
    }

    public UUID incident() {
        return incident;
    }

    public String passage() {
        return passage;
    }

    public Locator locator() {
        return parts.locator();
    }

    public Stance stance() {
        return stance;
    }

    public List<Finding> dataQuality() {
        return parts.dataQuality();
    }

    /** What the source claims of the incident; {@code null} if nobody noted it. */
    public Claims claims() {
        return parts.claims();
    }

    /** Whether the incident is there for a reader. */
    public Verification verificationFor(Caller reader) {
        if (incidentSight == null) {
            return Verification.UNVERIFIED;
        }
        return incidentSight.includes(reader, organisation) ? Verification.VERIFIED : Verification.UNKNOWN_INCIDENT;
    }

    /** The incident that speaks for the one cited since they were merged, if it is there for the reader; else {@code null}. */
    public UUID successorFor(Caller reader) {
        return verificationFor(reader) == Verification.VERIFIED ? successor : null;
    }

    public CitationStatus status() {
        return status;
    }

    public boolean isRetracted() {
        return status == CitationStatus.RETRACTED;
    }

    /** When the citation was taken back; {@code null} if it stands. */
    public Instant retractedAt() {
        return retractedAt;
    }

    /** Why the citation was taken back, for who may read its history; {@code null} if it stands. */
    public String retractionReason() {
        return retractionReason;
    }

    public String organisation() {
        return organisation;
    }

    public long version() {
        return version;
    }

    /** The version that a reader is told, which counts only what this reader can see. */
    public long versionFor(Caller reader) {
        return CitationAccess.isPublicView(this, reader) ? publicVersion : version;
    }

    long publicVersion() {
        return publicVersion;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** When a reader last saw a difference, UTC. */
    public Instant updatedAtFor(Caller reader) {
        return CitationAccess.isPublicView(this, reader) ? publicUpdatedAt : updatedAt;
    }
}
