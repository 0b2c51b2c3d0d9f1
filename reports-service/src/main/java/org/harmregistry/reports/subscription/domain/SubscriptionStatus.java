package org.harmregistry.reports.subscription.domain;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a subscriber is told anything. */
public enum SubscriptionStatus {
    /** The address has not said yes. */
    UNCONFIRMED,
    ACTIVE,
    /** By its owner's wish. */
    PAUSED,
    /** By the registry: the receiver said 410, or failed for too long. */
    DISABLED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
