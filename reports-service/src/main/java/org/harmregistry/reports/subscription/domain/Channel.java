package org.harmregistry.reports.subscription.domain;

import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How a subscriber is told. */
public enum Channel {
    /** A signed POST to an address of theirs (Standard Webhooks 1.0). */
    WEBHOOK,
    /** An e-mail. */
    MAIL;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such word */
    @JsonCreator
    public static Channel of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such channel"));
    }
}
