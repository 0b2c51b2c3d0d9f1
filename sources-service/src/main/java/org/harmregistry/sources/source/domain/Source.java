package org.harmregistry.sources.source.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
    @Embedded
    private Restrictions restrictions = new Restrictions();
    /** The database's own word for {@link #isPublic}, for queries; not read by this class. */
    @Column(insertable = false, updatable = false)
    private boolean inPublic;
    private Instant recordedAt;
    private Instant updatedAt;
    @Embedded
    private Arrival arrival;
    private String canonicalKey;
    @Embedded
    private StandingConsent consent = new StandingConsent();

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
    @Embedded
    private PublicFace face = new PublicFace();
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private RegisteredFacts facts;

    protected Source() {
    }

    /** A new source, a draft that nobody but its organisation and the registry's staff sees. */
    public Source(UUID id, Caller caller, SourceContent content, String creationDigest, Instant now) {
        this.id = id;
        this.organisation = caller.requiredOrganisation();
        this.arrival = new Arrival(caller, creationDigest);
        this.version = 1;
        this.status = SourceStatus.DRAFT;
        this.publication = Publication.WITHHELD;
        this.recordedAt = now;
        this.updatedAt = now;
        write(content);
    }

    /** Puts another content in the place of the present one. */
    void rewrite(SourceContent content, Instant now) {
        restrictions.requireThawed();
        SourceContent shownBefore = publicContent();
        write(content);
        changed(isPublic(), !publicContent().equals(shownBefore), now);
    }

    void accept(Instant now) {
        if (status == SourceStatus.ACCEPTED) {
            throw Failure.of(CommonFailure.CONFLICT_WITH_STATE, "The source is accepted already.");
        }
        status = SourceStatus.ACCEPTED;
        changed(false, false, now);
    }

    void publish(Instant now) {
        if (status != SourceStatus.ACCEPTED || publication == Publication.PUBLIC) {
            throw Failure.of(CommonFailure.CONFLICT_WITH_STATE,
                    "Only an accepted source that is not public yet can be published.");
        }
        requirePublishable(kind, now, "");
        publication = Publication.PUBLIC;
        changed(false, false, now);
    }

    void withhold(Instant now) {
        if (publication == Publication.WITHHELD) {
            throw Failure.of(CommonFailure.CONFLICT_WITH_STATE, "The source is withheld already.");
        }
        publication = Publication.WITHHELD;
        changed(false, false, now);
    }

    /** Sets or lifts a restriction. */
    void restrict(Consumer<Restrictions> change, Instant now) {
        boolean publicBefore = isPublic();
        change.accept(restrictions);
        changed(publicBefore, false, now);
    }

    /**
     * Takes over what the person behind the source allows, and goes out of the sight of whom it is not meant for any more.
     *
     * @return what happened to the source, as in its history; {@code null} if nobody's sight of it changed
     */
    String allow(Allowance allowance, Instant now) {
        boolean keptBefore = isKeptOnly();
        boolean publicBefore = isPublic();
        consent.take(allowance);
        boolean takenBack = publication == Publication.PUBLIC && !consent.allowsPublication(kind, now);
        if (takenBack) {
            publication = Publication.WITHHELD;
        }
        if (!takenBack && isKeptOnly() == keptBefore) {
            return null;
        }
        changed(publicBefore, false, now);
        return isKeptOnly() == keptBefore ? "consent_withdrawn" : isKeptOnly() ? "kept_only" : "analysis_allowed";
    }

    /**
     * Lets pass what the person behind the source lets be public.
     *
     * @param wanted the kind that the source is to have
     * @throws Failure 422 {@code consent_missing} otherwise
     */
    void requirePublishable(SourceKind wanted, Instant now, String pointer) {
        if (!consent.allowsPublication(wanted, now)) {
            throw Failure.at(SourceFailure.CONSENT_MISSING, pointer, SourceFailure.CONSENT_MISSING.title() + ".");
        }
    }

    /** Takes the state that an import row asks for, without counting it as a change of its own. */
    void stand(SourceStatus status, Publication publication) {
        boolean publicBefore = isPublic();
        this.status = status == null ? this.status : status;
        this.publication = publication == null ? this.publication : publication;
        if (this.publication == Publication.PUBLIC && this.status != SourceStatus.ACCEPTED) {
            throw Failure.at(CommonFailure.CONFLICT_WITH_STATE, "/publication", "Only an accepted source can be public.");
        }
        if (isPublic() && !publicBefore) {
            face.advance(updatedAt);
        }
    }

    /** Notes which import row the present version was made of. */
    void imported(String digest) {
        arrival.imported(digest, version);
    }

    boolean isLastImport(String digest) {
        return arrival.isLastImport(digest);
    }

    boolean isAsImported() {
        return arrival.isAsImported(version);
    }

    /** The version that the last import made; {@code null} if the source was never imported. */
    Long importVersion() {
        return arrival.importVersion();
    }

    boolean isCreationOf(Caller caller, String digest) {
        return arrival.isCreationOf(caller, digest);
    }

    private void changed(boolean publicBefore, boolean differsForEverybody, Instant now) {
        version++;
        updatedAt = now;
        if (isPublic() && (!publicBefore || differsForEverybody)) {
            face.advance(now);
        }
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
        face.show(written);
        facts = RegisteredFacts.of(written);
        canonicalKey = facts.canonicalKey();
    }

    /** What people said of the source, as it stands. */
    public SourceContent content() {
        return content;
    }

    /** The same as a reader may see it. */
    public SourceContent contentFor(Caller reader) {
        return isEverybody(reader) ? publicContent() : content;
    }

    private boolean isEverybody(Caller reader) {
        return SourceAccess.view(reader, organisation).equals(SourceAccess.PUBLIC);
    }

    /** The same as everybody may see it. */
    SourceContent publicContent() {
        return face.of(content);
    }

    RegisteredFacts facts() {
        return facts;
    }

    /** What a new source is recorded as: free of restrictions, and of what anybody allows. */
    public SourceRow row() {
        return new SourceRow(id, organisation, version, status, publication, recordedAt, updatedAt, arrival.recordedBy(),
                arrival.creationDigest(), arrival.importDigest(), arrival.importVersion(), canonicalKey, kind, publisher,
                publishedOn, language, reliability, credibility, repeats, dataset, content, face.kept(), face.version(),
                face.updatedAt(), facts);
    }

    /** True if everybody may read the source. */
    public boolean isPublic() {
        return status == SourceStatus.ACCEPTED && publication == Publication.PUBLIC && !restrictions.isHidden();
    }

    public boolean isVisibleTo(Caller caller) {
        return isPublic() || caller.belongsTo(organisation) || caller.readsAll() && !isKeptOnly();
    }

    /** True if nobody but its own organisation sees it, since the person behind it allows nothing but to keep it. */
    public boolean isKeptOnly() {
        return consent.isKeptOnly();
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

    /** The version that a reader is told, which counts only what this reader can see. */
    public long versionFor(Caller reader) {
        return isEverybody(reader) ? face.version() : version;
    }

    Instant updatedAtFor(Caller reader) {
        return isEverybody(reader) ? face.updatedAt() : updatedAt;
    }

    PublicFace face() {
        return face;
    }

    public SourceStatus status() {
        return status;
    }

    public Publication publication() {
        return publication;
    }

    /** What is not done with it, in the words of the wire. */
    List<String> restrictions() {
        return restrictions.told();
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
