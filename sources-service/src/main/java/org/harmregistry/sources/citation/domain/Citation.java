package org.harmregistry.sources.citation.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.harmregistry.kit.identity.Caller;
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
    private Verification verification;
    private String organisation;
    private long version;
    private Instant recordedAt;
    private Instant updatedAt;
    private String recordedBy;
    private String creationDigest;

    protected Citation() {
    }

    public Citation(UUID id, UUID sourceId, Caller caller, CitationContent content, String creationDigest, Instant now) {
        this.id = id;
        this.sourceId = sourceId;
        this.incident = content.incident();
        this.passage = content.passage();
        this.passageDigest = content.passageDigest();
        this.stance = content.stance();
        this.parts = new CitationParts(content.dataQuality());
        this.verification = Verification.UNVERIFIED;
        this.organisation = caller.requiredOrganisation();
        this.recordedBy = caller.subject();
        this.creationDigest = creationDigest;
        this.version = 1;
        this.recordedAt = now;
        this.updatedAt = now;
    }

    static Key keyOf(UUID source, CitationContent content) {
        return new Key(source, content.incident(), content.passageDigest());
    }

    public Key key() {
        return new Key(sourceId, incident, passageDigest);
    }

    boolean says(CitationContent content) {
        return stance == content.stance() && dataQuality().equals(content.dataQuality());
    }

    void rewrite(CitationContent content, Instant now) {
        stance = content.stance();
        parts = new CitationParts(content.dataQuality());
        changed(now);
    }

    /** Counts a change, also one of the source that decides who sees the citation. */
    void changed(Instant now) {
        version++;
        updatedAt = now;
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

    public Stance stance() {
        return stance;
    }

    public List<Finding> dataQuality() {
        return parts.dataQuality();
    }

    public Verification verification() {
        return verification;
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
}
