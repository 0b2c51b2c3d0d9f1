package org.harmregistry.sources.attachment.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a working copy was made. */
public enum Derivation {
    /** By the registry: the same to see and to hear, without what the file tells of its making. */
    METADATA_REMOVED(false),
    /** By the registry: a small picture. */
    THUMBNAIL(false),
    /** By people: what is said, in writing. */
    TRANSCRIPT(true),
    /** By people: what must not be shown is made unseen or unheard. */
    REDACTION(true),
    /** By people: the words in another language. */
    TRANSLATION(true);

    private final boolean byHand;

    Derivation(boolean byHand) {
        this.byHand = byHand;
    }

    /** Whether people make such copies, and the registry does not. */
    public boolean byHand() {
        return byHand;
    }

    /** Whether everybody may be given such a copy: it has to be certain that it tells nothing of its making. */
    boolean releasable(String mediaType) {
        return !byHand || "text/plain".equals(mediaType);
    }

    /** The word on the wire and in its column. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Derivation of(String word) {
        return find(word).orElseThrow(() -> new IllegalArgumentException("no such derivation"));
    }

    static Optional<Derivation> find(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
