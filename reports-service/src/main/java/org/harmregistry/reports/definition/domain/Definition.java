package org.harmregistry.reports.definition.domain;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.harmregistry.kit.identity.Caller;

/** A stored definition. Its content is kept as the JSON that was accepted. */
@Entity
@Table(name = "report_definition")
public class Definition {

    @Id
    private UUID id;
    private String slug;
    private String title;
    private String content;
    @Column(name = "created_digest")
    private String createdDigest;
    @Column(name = "created_by")
    private String createdBy;
    private String organisation;
    private long version;
    @Column(name = "recorded_at")
    private Instant recordedAt;
    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Definition() {
    }

    Definition(UUID id, DefinitionContent content, String json, String digest, Caller caller, Instant now) {
        this.id = id;
        this.slug = content.slug();
        this.title = content.title();
        this.content = json;
        this.createdDigest = digest;
        this.createdBy = caller.subject();
        this.organisation = caller.requiredOrganisation();
        this.version = 1;
        this.recordedAt = now;
        this.updatedAt = now;
    }

    void change(DefinitionContent changed, String json, Instant now) {
        this.title = changed.title();
        this.content = json;
        this.version++;
        this.updatedAt = now;
    }

    /** True if the same caller created it with the same content, so that a repeated creation is a retry. */
    boolean wasCreatedBy(Caller caller, String digest) {
        return createdBy.equals(caller.subject()) && createdDigest.equals(digest);
    }

    public UUID id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    public String content() {
        return content;
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
