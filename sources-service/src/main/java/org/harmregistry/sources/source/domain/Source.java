package org.harmregistry.sources.source.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A source in the register. Its version counts its changes; every change of it is written to the history by who calls it. */
@Entity
public class Source {

    @Id
    private UUID id;
    private String organisation;
    private long version;
    private SourceStatus status;
    private Publication publication;
    private boolean frozen;
    private boolean hidden;
    /** The database's own word for {@link #isPublic}, for queries; not read by this class. */
    @Column(insertable = false, updatable = false)
    private boolean inPublic;
    private Instant recordedAt;
    private Instant updatedAt;
    private String recordedBy;
    private String creationDigest;
    private String importDigest;
    private Long importVersion;
    private String canonicalKey;

    private SourceKind kind;
    private String publisher;
    private LocalDate publishedOn;
    private String language;
    private Reliability reliability;
    private Integer credibility;
    private UUID repeats;
    private String dataset;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private SourceContent content;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private SourceContent publicContent;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private RegisteredFacts facts;

    protected Source() {
    }

    /** A new source, a draft that nobody but its organisation and the registry's staff sees. */
    public Source(UUID id, Caller caller, SourceContent content, String creationDigest, Instant now) {
        this.id = id;
        this.organisation = caller.requiredOrganisation();
        this.recordedBy = caller.subject();
        this.creationDigest = creationDigest;
        this.version = 1;
        this.status = SourceStatus.DRAFT;
        this.publication = Publication.WITHHELD;
        this.recordedAt = now;
        this.updatedAt = now;
        write(content);
    }

    /** Puts another content in the place of the present one. */
    void rewrite(SourceContent content, Instant now) {
        write(content);
        changed(now);
    }

    void accept(Instant now) {
        if (status == SourceStatus.ACCEPTED) {
            throw Failure.of(CommonFailure.CONFLICT_WITH_STATE, "The source is accepted already.");
        }
        status = SourceStatus.ACCEPTED;
        changed(now);
    }

    void publish(Instant now) {
        if (status != SourceStatus.ACCEPTED || publication == Publication.PUBLIC) {
            throw Failure.of(CommonFailure.CONFLICT_WITH_STATE,
                    "Only an accepted source that is not public yet can be published.");
        }
        publication = Publication.PUBLIC;
        changed(now);
    }

    void withhold(Instant now) {
        if (publication == Publication.WITHHELD) {
            throw Failure.of(CommonFailure.CONFLICT_WITH_STATE, "The source is withheld already.");
        }
        publication = Publication.WITHHELD;
        changed(now);
    }

    /** Takes the state that an import row asks for, without counting it as a change of its own. */
    void stand(SourceStatus status, Publication publication) {
        this.status = status == null ? this.status : status;
        this.publication = publication == null ? this.publication : publication;
        if (this.publication == Publication.PUBLIC && this.status != SourceStatus.ACCEPTED) {
            throw Failure.at(CommonFailure.CONFLICT_WITH_STATE, "/publication", "Only an accepted source can be public.");
        }
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

    /** The version that the last import made; {@code null} if the source was never imported. */
    Long importVersion() {
        return importVersion;
    }

    boolean isCreationOf(Caller caller, String digest) {
        return recordedBy.equals(caller.subject()) && creationDigest.equals(digest);
    }

    private void changed(Instant now) {
        version++;
        updatedAt = now;
    }

    /** The columns are what lists are filtered and sorted by, and what the database guards. */
    private void write(SourceContent written) {
        kind = written.kind();
        publisher = written.publisher();
        publishedOn = written.publishedOn() == null ? null : written.publishedOn().date();
        language = written.language();
        reliability = written.reliability();
        credibility = written.credibility();
        repeats = written.independence() == null ? null : written.independence().repeats();
        dataset = written.dataset();
        content = written;
        SourceContent everybody = written.forEverybody();
        publicContent = everybody.equals(written) ? null : everybody;
        facts = RegisteredFacts.of(written);
        canonicalKey = facts.canonicalKey();
    }

    /** What people said of the source, as it stands. */
    public SourceContent content() {
        return content;
    }

    /** The same as everybody may see it. */
    SourceContent publicContent() {
        return publicContent == null ? content : publicContent;
    }

    RegisteredFacts facts() {
        return facts;
    }

    /** True if everybody may read the source. */
    public boolean isPublic() {
        return status == SourceStatus.ACCEPTED && publication == Publication.PUBLIC && !hidden;
    }

    public boolean isVisibleTo(Caller caller) {
        return isPublic() || caller.readsAll() || caller.belongsTo(organisation);
    }

    public UUID id() {
        return id;
    }

    public String organisation() {
        return organisation;
    }

    public long version() {
        return version;
    }

    public SourceStatus status() {
        return status;
    }

    public Publication publication() {
        return publication;
    }

    /** What is not done with it, in the words of the wire. */
    List<String> restrictions() {
        return Stream.of(frozen ? Restriction.FROZEN : null, hidden ? Restriction.HIDDEN : null).filter(Objects::nonNull)
                .map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public String canonicalKey() {
        return canonicalKey;
    }

    public List<SourceText> texts() {
        return content.texts();
    }

    public List<ExternalId> externalIds() {
        return content.externalIds();
    }
}
