package org.harmregistry.sources.consent.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.harmregistry.kit.identity.Caller;

/** What the person behind a source said of one purpose. It is never changed: a later one of the same purpose overtakes it. */
@Entity
@Table(name = "source_consent")
public class Consent {

    @Id
    private UUID id;
    private UUID sourceId;
    private int number;
    private String organisation;
    private Purpose purpose;
    private ConsentState state;
    private LocalDate takenOn;
    private Taking takenHow;
    private LocalDate validUntil;
    private String sealed;
    private String recordedBy;
    private Instant recordedAt;

    protected Consent() {
    }

    Consent(UUID id, UUID sourceId, int number, String organisation, ConsentContent content, String sealed, Caller caller,
            Instant now) {
        this.id = id;
        this.sourceId = sourceId;
        this.number = number;
        this.organisation = organisation;
        this.purpose = content.purpose();
        this.state = content.state();
        this.takenOn = content.takenOn();
        this.takenHow = content.takenHow();
        this.validUntil = content.validUntil();
        this.sealed = sealed;
        this.recordedBy = caller.subject();
        this.recordedAt = now;
    }

    /** True if it allows its purpose on that day. */
    boolean allows(LocalDate day) {
        return state != ConsentState.WITHDRAWN && (validUntil == null || !day.isAfter(validUntil));
    }

    String sealed() {
        return sealed;
    }

    UUID id() {
        return id;
    }

    public UUID sourceId() {
        return sourceId;
    }

    /** From 1, for each source. */
    public int number() {
        return number;
    }

    String organisation() {
        return organisation;
    }

    public Purpose purpose() {
        return purpose;
    }

    public ConsentState state() {
        return state;
    }

    public LocalDate takenOn() {
        return takenOn;
    }

    public Taking takenHow() {
        return takenHow;
    }

    public LocalDate validUntil() {
        return validUntil;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
