package org.harmregistry.incidents.incident.domain;

import java.util.List;

/**
 * By what harm was done.
 *
 * @param status how sure it is that there was a strike
 * @param types means, at most 9
 * @param count how many strikes
 * @param munitions what was used, in the words of sources; at most 20
 * @param targets what was aimed at, in the words of sources; at most 20
 */
public record Strike(StrikeStatus status, List<StrikeType> types, CountRange count, List<String> munitions,
        List<String> targets) {

    public Strike {
        types = Bounds.list(types, StrikeType.values().length, "/types");
        munitions = Bounds.texts(munitions, 20, 200, "/munitions");
        targets = Bounds.texts(targets, 20, 200, "/targets");
    }
}
