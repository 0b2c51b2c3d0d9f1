package org.harmregistry.sources.duplicate.domain;

import java.util.UUID;

/**
 * One thing that speaks for another source being a duplicate.
 *
 * @param source the other source
 * @param reason the rule by which they are alike
 * @param score 0 to 1
 */
public record Alike(UUID source, DuplicateReason reason, double score) {

    /** True if the rule finds enough in common to name the source for it. */
    public boolean isNamed() {
        return score >= reason.least();
    }
}
