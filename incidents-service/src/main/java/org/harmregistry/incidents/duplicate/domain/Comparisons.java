package org.harmregistry.incidents.duplicate.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is to be compared for one question.
 *
 * @param incident the record whose duplicates are asked for
 * @param candidates the records found in its neighbourhood
 * @param dismissals what people found before, by candidate
 */
public record Comparisons(ComparedIncident incident, List<ComparedIncident> candidates, Map<UUID, Dismissal> dismissals) {

    public Comparisons {
        candidates = List.copyOf(candidates);
        dismissals = Map.copyOf(dismissals);
    }
}
