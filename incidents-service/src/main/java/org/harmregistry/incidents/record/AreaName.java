package org.harmregistry.incidents.record;

import org.harmregistry.incidents.place.PlaceName;

/** Names of areas as they are compared; a record may name none. */
public final class AreaName {

    private AreaName() {
    }

    /** The name in the form in which names of places are compared, or {@code null} if there is none. */
    public static String normalised(String name) {
        return name == null ? null : PlaceName.normalised(name);
    }
}
