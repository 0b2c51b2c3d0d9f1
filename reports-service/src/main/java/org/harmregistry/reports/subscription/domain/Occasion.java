package org.harmregistry.reports.subscription.domain;

import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What subscribers are told of. The words are the types of messages, as Standard Webhooks writes them. */
public enum Occasion {
    /** An edition has come out; with a number above 1 it corrects an earlier one. */
    PUBLISHED("edition.published"),
    /** A record behind it has changed since, and a corrected edition is being prepared. */
    CORRECTION_DUE("edition.correction_due"),
    /** A newer edition of the same period has replaced it. */
    SUPERSEDED("edition.superseded"),
    /** It was taken back. */
    WITHDRAWN("edition.withdrawn"),
    /** Somebody asked for a test. */
    TEST("subscription.test"),
    /** An address is asked whether it wants to be told. */
    CONFIRMATION("subscription.confirmation");

    /** Those that can be subscribed to. */
    public static final List<Occasion> OF_EDITIONS = List.of(PUBLISHED, CORRECTION_DUE, SUPERSEDED, WITHDRAWN);

    private final String word;

    Occasion(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException if there is no such word */
    @JsonCreator
    public static Occasion of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such occasion"));
    }
}
