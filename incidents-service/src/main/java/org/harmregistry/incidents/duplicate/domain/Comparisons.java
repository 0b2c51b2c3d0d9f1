package org.harmregistry.incidents.duplicate.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.kit.identity.Caller;

/**
 * What is to be compared for one question.
 *
 * @param caller who asks, and so as whom the records are seen
 * @param incident the record whose duplicates are asked for
 * @param candidates the records found in its neighbourhood
 * @param names the names of their victims that the caller may read, a list for each person
 * @param dismissals what people found before, by candidate
 */
public record Comparisons(Caller caller, Incident incident, List<Incident> candidates, Map<UUID, List<List<String>>> names,
        Map<UUID, Dismissal> dismissals) {

    public Comparisons {
        candidates = List.copyOf(candidates);
        dismissals = Map.copyOf(dismissals);
    }
}
