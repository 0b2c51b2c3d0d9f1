package org.harmregistry.incidents.duplicate.domain;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.harmregistry.incidents.incident.domain.PartyInvolvement;

/** Whether two records name the same parties, in whatever role. */
final class PartyComparison {

    private static final double WEIGHT = 0.5;

    private PartyComparison() {
    }

    static ScorePart of(ComparedIncident one, ComparedIncident other) {
        Set<String> parties = parties(one);
        Set<String> otherParties = parties(other);
        if (parties.isEmpty() || otherParties.isEmpty()) {
            return null;
        }
        parties.retainAll(otherParties);
        return parties.isEmpty() ? ScorePart.of(ScorePartKind.PARTIES, 0, WEIGHT, WEIGHT, "other parties")
                : ScorePart.of(ScorePartKind.PARTIES, 1, WEIGHT, WEIGHT, "party " + String.join(" and ", parties));
    }

    private static Set<String> parties(ComparedIncident incident) {
        return incident.content().parties().stream().map(PartyInvolvement::party)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
