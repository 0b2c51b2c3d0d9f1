package org.harmregistry.sources.source.domain;

import java.time.Instant;

import jakarta.persistence.Embeddable;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** What everybody sees of a source, with a version and a time that go on only when everybody sees a difference. */
@Embeddable
class PublicFace {

    /** {@code null} where everybody sees the whole content. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private SourceContent publicContent;
    private long publicVersion;
    private Instant publicUpdatedAt;

    /** Takes the public side of another content. */
    void show(SourceContent whole) {
        SourceContent everybody = whole.forEverybody();
        publicContent = everybody.equals(whole) ? null : everybody;
    }

    /** The content as everybody sees it, of a source whose whole content is given. */
    SourceContent of(SourceContent whole) {
        return publicContent == null ? whole : publicContent;
    }

    /** The content as everybody sees it; {@code null} where that is the whole. */
    SourceContent kept() {
        return publicContent;
    }

    /** Counts a change that everybody sees. */
    void advance(Instant when) {
        publicVersion++;
        publicUpdatedAt = when;
    }

    /** From 1; 0 as long as it was never public. */
    long version() {
        return publicVersion;
    }

    /** When everybody last saw a difference, UTC; {@code null} as long as it was never public. */
    Instant updatedAt() {
        return publicUpdatedAt;
    }
}
