package org.harmregistry.sources.witness.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** An act on an identity that one custodian asks for with a reason and another one consents to. Its reasons are sealed. */
@Entity
public class GuardedAct {

    /** How long a request waits for a second custodian. */
    static final Duration WAITS = Duration.ofDays(3);

    @Id
    private UUID id;
    private UUID sourceId;
    private GuardedKind kind;
    private int number;
    private GuardedState state;
    private String sealedReason;
    private String requestedBy;
    private Instant requestedAt;
    private Instant expiresAt;
    private String decidedBy;
    private Instant decidedAt;
    private String sealedDecision;
    private Instant openUntil;
    private int readings;
    private Instant lastReadAt;

    protected GuardedAct() {
    }

    GuardedAct(UUID id, UUID sourceId, GuardedKind kind, int number, String sealedReason, Caller caller, Instant now) {
        this.id = id;
        this.sourceId = sourceId;
        this.kind = kind;
        this.number = number;
        this.sealedReason = sealedReason;
        this.state = GuardedState.REQUESTED;
        this.requestedBy = caller.subject();
        this.requestedAt = now;
        this.expiresAt = now.plus(WAITS);
    }

    /** @param sealedWhy why, sealed */
    void consent(Caller caller, Instant now, String sealedWhy, Duration openFor) {
        if (requestedBy.equals(caller.subject())) {
            throw Failure.of(WitnessFailure.SECOND_CUSTODIAN_NEEDED);
        }
        decide(GuardedState.CONSENTED, caller, now, sealedWhy);
        openUntil = kind == GuardedKind.OPENING ? now.plus(openFor) : null;
    }

    /** Whoever asked may also take it back. */
    void refuse(Caller caller, Instant now, String sealedWhy) {
        decide(GuardedState.REFUSED, caller, now, sealedWhy);
    }

    private void decide(GuardedState wanted, Caller caller, Instant now, String sealedWhy) {
        if (state != GuardedState.REQUESTED) {
            throw Failure.of(CommonFailure.CONFLICT_WITH_STATE, "This was decided already.");
        }
        if (!now.isBefore(expiresAt)) {
            throw Failure.of(WitnessFailure.REQUEST_EXPIRED);
        }
        state = wanted;
        decidedBy = caller.subject();
        decidedAt = now;
        sealedDecision = sealedWhy;
    }

    /** Notes that who asked reads the identity now. */
    void read(Caller caller, Instant now) {
        if (!requestedBy.equals(caller.subject())) {
            throw Failure.of(CommonFailure.FORBIDDEN, "Only the custodian who asked for the opening reads the identity.");
        }
        if (state != GuardedState.CONSENTED) {
            throw Failure.of(WitnessFailure.CONSENT_MISSING);
        }
        if (!now.isBefore(openUntil)) {
            throw Failure.of(WitnessFailure.OPENING_OVER);
        }
        readings++;
        lastReadAt = now;
    }

    public UUID sourceId() {
        return sourceId;
    }

    public GuardedKind kind() {
        return kind;
    }

    /** From 1, for each source and kind. */
    public int number() {
        return number;
    }

    public GuardedState state() {
        return state;
    }

    String sealedReason() {
        return sealedReason;
    }

    String sealedDecision() {
        return sealedDecision;
    }

    public String requestedBy() {
        return requestedBy;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    /** Until when the identity may be read; {@code null} unless it is an opening that was consented to. */
    public Instant openUntil() {
        return openUntil;
    }

    /** How often the identity was read. */
    public int readings() {
        return readings;
    }

    public Instant lastReadAt() {
        return lastReadAt;
    }
}
