package org.harmregistry.sources.inspection.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The findings of one inspection while it goes on: of each code the first. */
final class Findings {

    private final Map<InspectionCode, InspectionFinding> found = new EnumMap<>(InspectionCode.class);

    void add(InspectionCode code, String detail) {
        found.putIfAbsent(code, new InspectionFinding(code, detail));
    }

    boolean has(InspectionCode code) {
        return found.containsKey(code);
    }

    List<InspectionFinding> all() {
        return new ArrayList<>(found.values());
    }
}
