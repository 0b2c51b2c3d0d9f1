package org.harmregistry.incidents.victim.domain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.harmregistry.incidents.incident.domain.IncidentView;

/**
 * The persons of an incident, counted. In the public view a kind of person of which there are fewer than {@link #SMALLEST} is
 * not shown by itself: those persons stand in {@code notShown} by outcome alone, so that no description fits one person.
 *
 * @param incident whose victims
 * @param view as whom the reader sees them
 * @param smallestCell the fewest persons that a kind must have to be shown
 * @param byOutcome all persons by outcome
 * @param kinds the kinds of persons that are shown
 * @param notShown the persons of all other kinds, by outcome
 */
public record VictimCounts(UUID incident, IncidentView view, int smallestCell, Map<String, Long> byOutcome,
        List<VictimCount> kinds, Map<String, Long> notShown) {

    public static final int SMALLEST = 3;

    static VictimCounts of(UUID incident, IncidentView view, List<VictimCount> all) {
        int smallest = view == IncidentView.PUBLIC ? SMALLEST : 1;
        return new VictimCounts(incident, view, smallest, sums(all),
                all.stream().filter(kind -> kind.persons() >= smallest).toList(),
                sums(all.stream().filter(kind -> kind.persons() < smallest).toList()));
    }

    private static Map<String, Long> sums(List<VictimCount> kinds) {
        return kinds.stream().collect(Collectors.toMap(VictimCount::outcome, VictimCount::persons, Long::sum,
                TreeMap::new));
    }
}
