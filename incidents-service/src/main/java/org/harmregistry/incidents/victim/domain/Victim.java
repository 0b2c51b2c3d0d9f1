package org.harmregistry.incidents.victim.domain;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The record of a person harmed in an incident. Its content is one document; what is counted stands beside it in columns. */
@Entity
@Table(name = "victim")
public class Victim {

    @Id
    private UUID id;
    private UUID incident;
    private String sex;
    @Column(name = "age_group")
    private String ageGroup;
    private String status;
    @Column(name = "status_disputed")
    private boolean statusDisputed;
    private String cause;
    private String outcome;
    private boolean withdrawn;
    @Column(name = "name_public")
    private boolean namePublic;
    @JdbcTypeCode(SqlTypes.JSON)
    private String content;

    private long version;
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

    protected Victim() {
    }

    /** A new record, in version 1. */
    Victim(UUID id, UUID incident, String recordedBy, String creationDigest, Instant when) {
        this.id = id;
        this.incident = incident;
        this.recordedBy = recordedBy;
        this.creationDigest = creationDigest;
        this.recordedAt = when;
    }

    /** A record as it was; it is shown and never stored. */
    static Victim past(PastVictim past, UUID incident, boolean withdrawn, boolean namePublic) {
        Victim victim = new Victim(past.id(), incident, null, null, past.recordedAt());
        victim.version = past.version();
        victim.publicVersion = past.publicVersion();
        victim.updatedAt = past.updatedAt();
        victim.publicUpdatedAt = past.publicUpdatedAt();
        victim.withdrawn = withdrawn;
        victim.namePublic = namePublic;
        return victim;
    }

    void write(VictimContent written, String json) {
        this.content = json;
        this.sex = written.sex().term();
        this.ageGroup = written.ageGroup().term();
        this.status = written.status().term();
        this.statusDisputed = written.statusDisputed();
        this.cause = written.cause().term();
        this.outcome = written.outcome().term();
    }

    void moveTo(UUID other) {
        this.incident = other;
    }

    void withdraw() {
        this.withdrawn = true;
        this.namePublic = false;
    }

    void showName(boolean everybody) {
        this.namePublic = everybody;
    }

    /** Ends one change: the version goes up, and that of the public view only if the public sees a difference. */
    void advance(Instant when, boolean differsForEverybody) {
        version++;
        updatedAt = when;
        if (namePublic && differsForEverybody) {
            publicVersion++;
            publicUpdatedAt = when;
        }
    }

    boolean wasCreatedBy(String subject, String digest) {
        return recordedBy.equals(subject) && digest.equals(creationDigest);
    }

    public UUID id() {
        return id;
    }

    public UUID incident() {
        return incident;
    }

    /** True if the record was withdrawn: it stays, and counts for nothing. */
    public boolean isWithdrawn() {
        return withdrawn;
    }

    /** True if a publisher has let everybody read the name. */
    public boolean isNamePublic() {
        return namePublic;
    }

    public String content() {
        return content;
    }

    public long version() {
        return version;
    }

    public long publicVersion() {
        return publicVersion;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Instant publicUpdatedAt() {
        return publicUpdatedAt;
    }
}
