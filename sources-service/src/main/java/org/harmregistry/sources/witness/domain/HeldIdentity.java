package org.harmregistry.sources.witness.domain;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An identity as the register holds it: sealed. */
@Entity
@Table(name = "witness_identity")
public class HeldIdentity {

    @Id
    private UUID sourceId;
    private String organisation;
    private long version;
    private long events;
    private IdentityState state;
    private int keyVersion;
    @JdbcTypeCode(SqlTypes.JSON)
    private SealedFields sealed;
    private String putBy;
    private String putMark;
    private Instant recordedAt;
    private Instant updatedAt;
    private Instant shreddedAt;

    protected HeldIdentity() {
    }

    HeldIdentity(UUID sourceId, String organisation, Instant now) {
        this.sourceId = sourceId;
        this.organisation = organisation;
        this.state = IdentityState.SEALED;
        this.recordedAt = now;
    }

    /**
     * Puts another content in the place of the present one.
     *
     * @param mark tells a repeated putting from another one, without telling the content
     */
    void put(SealedFields fields, int keyVersion, Caller caller, String mark, Instant now) {
        requireSealed();
        this.sealed = fields;
        this.keyVersion = keyVersion;
        this.putBy = caller.subject();
        this.putMark = mark;
        this.updatedAt = now;
        version++;
    }

    void requireSealed() {
        if (state != IdentityState.SEALED) {
            throw Failure.of(WitnessFailure.IDENTITY_SHREDDED);
        }
    }

    boolean isPuttingOf(Caller caller, String mark) {
        return caller.subject().equals(putBy) && mark.equals(putMark);
    }

    void agreeToShred() {
        requireSealed();
        state = IdentityState.SHREDDING;
    }

    void shredded(Instant now) {
        state = IdentityState.SHREDDED;
        shreddedAt = now;
        sealed = SealedFields.NONE;
        putMark = null;
    }

    /** Counts what happened to the identity, for its history. */
    long nextEvent() {
        return ++events;
    }

    SealedFields sealed() {
        return sealed;
    }

    public UUID sourceId() {
        return sourceId;
    }

    public String organisation() {
        return organisation;
    }

    /** Counts the puttings of the content, and nothing else. */
    public long version() {
        return version;
    }

    public IdentityState state() {
        return state;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Instant shreddedAt() {
        return shreddedAt;
    }
}
