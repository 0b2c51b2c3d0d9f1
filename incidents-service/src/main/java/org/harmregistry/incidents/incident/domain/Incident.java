package org.harmregistry.incidents.incident.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.harmregistry.incidents.incident.domain.IncidentSearch.FoundBy;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import com.fasterxml.jackson.databind.util.RawValue;

/**
 * The record of an incident. What readers see of it is one JSON document; what lists are filtered or sorted by stands beside it
 * in columns, which this class, or the database itself, derives from the document.
 */
@Entity
@Table(name = "incident")
public class Incident {

    @Id
    private UUID id;
    private String code;
    @Column(name = "former_codes")
    private String[] formerCodes = {};
    @Column(updatable = false)
    private String organisation;
    private IncidentStatus status;
    private Publication publication;
    private Grading grading;
    @JdbcTypeCode(SqlTypes.JSON)
    private String document;
    @Column(name = "public_document")
    @JdbcTypeCode(SqlTypes.JSON)
    private String publicDocument;
    @JdbcTypeCode(SqlTypes.JSON)
    private String facts;

    @Column(name = "occurred_from")
    private LocalDate occurredFrom;
    @Column(name = "occurred_to")
    private LocalDate occurredTo;
    @Column(name = "place_names")
    private String[] placeNames = {};
    @Column(name = "search_terms")
    private String[] searchTerms = {};

    /** Counted here and not by Hibernate's own version check: who changes a record has locked it. */
    private long version;
    @Column(name = "content_version")
    private long contentVersion;
    @Column(name = "public_version")
    private long publicVersion;
    @Column(name = "recorded_at", updatable = false)
    private Instant recordedAt;
    @Column(name = "recorded_by", updatable = false)
    private String recordedBy;
    @Column(name = "updated_at")
    private Instant updatedAt;
    @Column(name = "public_updated_at")
    private Instant publicUpdatedAt;
    @Column(name = "creation_digest", updatable = false)
    private String creationDigest;
    @Column(name = "import_digest")
    private String importDigest;
    @Column(name = "import_version")
    private Long importVersion;

    protected Incident() {
    }

    /** A new record, in version 1; {@link #describe} has to follow. */
    Incident(NewIncident draft, FoundBy foundBy, String code, String organisation, String recordedBy, Instant when) {
        this.id = draft.id();
        this.code = code;
        this.organisation = organisation;
        this.recordedBy = recordedBy;
        this.recordedAt = when;
        this.status = draft.status();
        this.publication = draft.publication();
        this.grading = draft.facts().shownGrading();
        this.creationDigest = draft.creationDigest();
        find(draft.content(), foundBy);
        advance(when, false, true);
        this.contentVersion = version;
        if (draft.importDigest() != null) {
            imported(draft.importDigest());
        }
    }

    /**
     * Takes over another state; {@link #advance} and {@link #describe} have to follow.
     *
     * @param foundBy by what the record is found from now on; {@code null} if its content stays
     */
    void become(IncidentState next, FoundBy foundBy) {
        this.status = next.status();
        this.publication = next.publication();
        this.grading = next.facts().shownGrading();
        if (foundBy != null) {
            find(next.content(), foundBy);
            this.contentVersion = version + 1;
        }
    }

    /** Sets the record's JSON: as its own readers see it, as everybody does, and what the registry holds beside the content. */
    void describe(String forOwners, String forEverybody, String registeredFacts) {
        this.document = forOwners;
        this.publicDocument = forEverybody;
        this.facts = registeredFacts;
    }

    private void find(IncidentContent written, FoundBy foundBy) {
        this.occurredFrom = written.occurred().from();
        this.occurredTo = written.occurred().to();
        this.placeNames = foundBy.placeNames().toArray(String[]::new);
        this.searchTerms = foundBy.terms().toArray(String[]::new);
    }

    /** Ends one change: the version goes up, and that of the public view only if the public sees a difference. */
    void advance(Instant when, boolean publicBefore, boolean differsForEverybody) {
        version++;
        updatedAt = when;
        if (isPublic() && (!publicBefore || differsForEverybody)) {
            publicVersion++;
            publicUpdatedAt = when;
        }
    }

    void imported(String digest) {
        this.importDigest = digest;
        this.importVersion = version;
    }

    void recode(String newCode) {
        String[] former = Arrays.copyOf(formerCodes, formerCodes.length + 1);
        former[formerCodes.length] = code;
        this.formerCodes = former;
        this.code = newCode;
    }

    /** True if everybody may read the record. */
    public boolean isPublic() {
        return status == IncidentStatus.ACCEPTED && publication == Publication.PUBLIC;
    }

    /** True if its content is other than what the last import made of it. */
    boolean editedSinceImport() {
        return importVersion == null || contentVersion > importVersion;
    }

    boolean wasLastImportedAs(String digest) {
        return digest.equals(importDigest);
    }

    boolean wasCreatedBy(String subject, String digest) {
        return recordedBy.equals(subject) && digest.equals(creationDigest);
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public List<String> formerCodes() {
        return List.of(formerCodes);
    }

    public String organisation() {
        return organisation;
    }

    public IncidentStatus status() {
        return status;
    }

    public Publication publication() {
        return publication;
    }

    /** How well the harm is established; {@code null} while nobody has graded it. */
    public Grading grading() {
        return grading;
    }

    /** The record as JSON, as its own readers see it, without its version and times. */
    public String document() {
        return document;
    }

    /** The same as everybody sees it; {@code null} if that is no different. */
    public String publicDocument() {
        return publicDocument;
    }

    /** What the registry holds beside the content, as JSON; {@code null} if nothing. */
    String facts() {
        return facts;
    }

    /** What stands in which column, for the statement that adds many records at once; a change goes through the entity. */
    public Map<String, Object> columns() {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("id", id);
        columns.put("code", code);
        columns.put("organisation", organisation);
        columns.put("status", status.term());
        columns.put("publication", publication.term());
        columns.put("grading", grading == null ? null : grading.term());
        columns.put("document", new RawValue(document));
        columns.put("public_document", publicDocument == null ? null : new RawValue(publicDocument));
        columns.put("facts", facts == null ? null : new RawValue(facts));
        columns.put("occurred_from", occurredFrom.toString());
        columns.put("occurred_to", occurredTo.toString());
        columns.put("place_names", placeNames);
        columns.put("search_terms", searchTerms);
        columns.put("version", version);
        columns.put("content_version", contentVersion);
        columns.put("public_version", publicVersion);
        columns.put("recorded_at", recordedAt.toString());
        columns.put("recorded_by", recordedBy);
        columns.put("updated_at", updatedAt.toString());
        columns.put("public_updated_at", publicUpdatedAt == null ? null : publicUpdatedAt.toString());
        columns.put("creation_digest", creationDigest);
        columns.put("import_digest", importDigest);
        columns.put("import_version", importVersion);
        return columns;
    }

    List<String> placeNames() {
        return List.of(placeNames);
    }

    List<String> searchTerms() {
        return List.of(searchTerms);
    }

    public LocalDate occurredFrom() {
        return occurredFrom;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public long version() {
        return version;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public long publicVersion() {
        return publicVersion;
    }

    public Instant publicUpdatedAt() {
        return publicUpdatedAt;
    }

    public Long importVersion() {
        return importVersion;
    }
}
