package org.harmregistry.incidents.count.domain;

import java.util.UUID;

/**
 * What is held of a source.
 *
 * @param repeats the source that it repeats; {@code null} if it speaks for itself
 * @param canonicalKey two sources with the same key are the same publication; may be {@code null}
 * @param reliability A (reliable) to E (unreliable), F or {@code null} if it cannot be or was not judged
 * @param credibility 1 (confirmed) to 5 (improbable), 6 or {@code null} if it cannot be or was not judged
 */
public record SourceStanding(UUID repeats, String canonicalKey, String reliability, Integer credibility) {

    static final SourceStanding UNJUDGED = new SourceStanding(null, null, null, null);

    /** True unless the source was judged worse than fairly reliable, or what it says worse than possibly true. */
    boolean isCredible() {
        boolean unreliable = "D".equals(reliability) || "E".equals(reliability);
        boolean doubtful = credibility != null && (credibility == 4 || credibility == 5);
        return !unreliable && !doubtful;
    }
}
