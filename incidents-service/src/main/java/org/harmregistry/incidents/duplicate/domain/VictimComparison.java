package org.harmregistry.incidents.duplicate.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** How many victims two records both name. */
final class VictimComparison {

    private static final double FIRST = 2.5;
    private static final double EACH_MORE = 1.5;
    private static final double MOST = 10;
    private static final double NONE = 2;
    /** Beyond so many only names that are alike letter by letter are found: the work grows with the product. */
    private static final int MOST_TRIED = 60;

    private final NameLikeness likeness;

    VictimComparison(NameLikeness likeness) {
        this.likeness = likeness;
    }

    ScorePart of(ComparedIncident one, ComparedIncident other) {
        if (one.victims().isEmpty() || other.victims().isEmpty()) {
            return null;
        }
        int shorter = Math.min(one.victims().size(), other.victims().size());
        int common = inCommon(one.victims(), other.victims());
        if (common == 0) {
            return ScorePart.of(ScorePartKind.VICTIMS, 0, 0, NONE, "none of " + shorter + " named victims");
        }
        double agreement = (double) common / shorter;
        double worth = Math.min(MOST, FIRST + EACH_MORE * (common - 1));
        return ScorePart.of(ScorePartKind.VICTIMS, agreement, worth, 0, common + " of " + shorter + " victims");
    }

    /** Each victim is paired once. */
    int inCommon(List<NamedVictim> one, List<NamedVictim> other) {
        List<List<List<String>>> open = new ArrayList<>(folded(one));
        List<List<List<String>>> others = new ArrayList<>(folded(other));
        int exact = removeEqual(open, others);
        return exact + removeAlike(open.subList(0, Math.min(MOST_TRIED, open.size())),
                new ArrayList<>(others.subList(0, Math.min(MOST_TRIED, others.size()))));
    }

    private List<List<List<String>>> folded(List<NamedVictim> victims) {
        return victims.stream().map(victim -> victim.names().stream().map(likeness::words)
                .filter(words -> words.size() > 1).toList()).filter(names -> !names.isEmpty()).toList();
    }

    private static int removeEqual(List<List<List<String>>> open, List<List<List<String>>> others) {
        Map<List<String>, List<List<String>>> byName = new HashMap<>();
        others.forEach(names -> names.forEach(name -> byName.putIfAbsent(name, names)));
        int found = 0;
        for (Iterator<List<List<String>>> victims = open.iterator(); victims.hasNext();) {
            List<List<String>> equal = victims.next().stream().map(byName::get).filter(others::contains).findFirst()
                    .orElse(null);
            if (equal != null) {
                others.remove(equal);
                victims.remove();
                found++;
            }
        }
        return found;
    }

    private int removeAlike(List<List<List<String>>> open, List<List<List<String>>> others) {
        int found = 0;
        for (List<List<String>> names : open) {
            List<List<String>> best = null;
            double most = NameLikeness.SAME;
            for (List<List<String>> candidate : others) {
                double alike = names.stream()
                        .flatMapToDouble(name -> candidate.stream().mapToDouble(to -> likeness.of(name, to))).max().orElse(0);
                if (alike >= most) {
                    most = alike;
                    best = candidate;
                }
            }
            if (best != null) {
                others.remove(best);
                found++;
            }
        }
        return found;
    }
}
