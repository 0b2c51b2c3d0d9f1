package org.harmregistry.reports.subscription.domain;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Which secret of a subscription is in use: enough to derive it anew with the service's key, and nothing without. */
@Embeddable
public class SecretGeneration {

    @Column(name = "secret_key")
    private String key;
    @Column(name = "secret_generation")
    private int number;
    @Column(name = "previous_secret_key")
    private String previousKey;
    @Column(name = "previous_secret_until")
    private Instant previousUntil;

    protected SecretGeneration() {
    }

    SecretGeneration(String key) {
        this.key = key;
        this.number = 1;
    }

    SecretGeneration(String key, int number, String previousKey, Instant previousUntil) {
        this.key = key;
        this.number = number;
        this.previousKey = previousKey;
        this.previousUntil = previousUntil;
    }

    /** The same as it was stored by a query. */
    public static SecretGeneration stored(String key, int number, String previousKey, Instant previousUntil) {
        return new SecretGeneration(key, number, previousKey, previousUntil);
    }

    void rotate(String newKey, Instant until) {
        this.previousKey = key;
        this.previousUntil = until;
        this.key = newKey;
        this.number++;
    }

    /** Id of the service's key that it is derived from. */
    String key() {
        return key;
    }

    /** Counted from 1. */
    public int number() {
        return number;
    }

    /** Id of the service's key that the generation before is derived from; {@code null} for the first. */
    String previousKey() {
        return previousKey;
    }

    /** Until when the generation before signs as well; {@code null} for the first. */
    public Instant previousUntil() {
        return previousUntil;
    }
}
