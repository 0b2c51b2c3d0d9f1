package org.harmregistry.sources.source.domain;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * Images of a place from above, most often one from before and one from after.
 *
 * @param before the image from before
 * @param after the image from after, not taken earlier than the one from before
 * @param footprint what both cover; everybody sees it widened to whole cells of 0.01 degrees
 */
public record Imagery(Scene before, Scene after, Footprint footprint) {

    public Imagery {
        Parts.requireSome(before, after, footprint);
        boolean both = before != null && after != null && before.takenOn() != null && after.takenOn() != null;
        if (both && after.takenOn().isBefore(before.takenOn())) {
            throw Failure.at(CommonFailure.RANGE_INVERTED, "/after/takenOn", "It was taken before the image from before.");
        }
    }

    Imagery forEverybody() {
        return footprint == null ? this : new Imagery(before, after, footprint.forEverybody());
    }
}
