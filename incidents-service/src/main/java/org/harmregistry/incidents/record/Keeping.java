package org.harmregistry.incidents.record;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** How a record is kept: its content, its version, and who created it with what, so that a repeated creation is recognised. */
@Embeddable
public class Keeping {

    private long version;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_digest")
    private String createdDigest;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private String content;

    protected Keeping() {
    }

    static Keeping begin(String content, String digest, String createdBy, Instant now) {
        Keeping keeping = new Keeping();
        keeping.version = 1;
        keeping.createdBy = createdBy;
        keeping.createdDigest = digest;
        keeping.recordedAt = now;
        keeping.updatedAt = now;
        keeping.content = content;
        return keeping;
    }

    /** How a record was kept at a past instant; nobody creates it again, so who did is left out. */
    static Keeping past(String content, long version, Instant recordedAt, Instant updatedAt) {
        Keeping keeping = new Keeping();
        keeping.version = version;
        keeping.recordedAt = recordedAt;
        keeping.updatedAt = updatedAt;
        keeping.content = content;
        return keeping;
    }

    void change(String changed, Instant now) {
        version++;
        updatedAt = now;
        content = changed;
    }

    boolean wasCreatedWith(String digest, String subject) {
        return createdDigest.equals(digest) && createdBy.equals(subject);
    }

    String content() {
        return content;
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
