package org.harmregistry.incidents.duplicate.domain;

import java.util.List;
import java.util.stream.Stream;

import org.harmregistry.incidents.incident.domain.NameInLanguage;
import org.harmregistry.incidents.incident.domain.Place;

/** Whether two records name the same place, in whichever spelling or script; without names, the area. */
final class PlaceComparison {

    private static final double NAMES_AGREE = 2;
    private static final double NAMES_DIFFER = 1;
    private static final double AREA_AGREES = 0.5;
    private static final double AREA_DIFFERS = 2;
    private static final int MOST_NAMES = 20;

    private final NameLikeness likeness;

    PlaceComparison(NameLikeness likeness) {
        this.likeness = likeness;
    }

    ScorePart of(ComparedIncident one, ComparedIncident other) {
        Place first = one.content().place();
        Place second = other.content().place();
        if (first == null || second == null) {
            return null;
        }
        List<String> names = namesOf(first);
        List<String> otherNames = namesOf(second);
        return names.isEmpty() || otherNames.isEmpty() ? byArea(first, second) : byName(names, otherNames);
    }

    private static List<String> namesOf(Place place) {
        return Stream.concat(Stream.ofNullable(place.name()), place.names().stream().map(NameInLanguage::name))
                .limit(MOST_NAMES).toList();
    }

    private ScorePart byName(List<String> names, List<String> otherNames) {
        double best = 0;
        String text = "";
        for (String name : names) {
            for (String otherName : otherNames) {
                double found = likeness.of(likeness.words(name), likeness.words(otherName));
                if (found > best) {
                    best = found;
                    text = name.equals(otherName) ? "both at " + name : "at " + name + " and " + otherName;
                }
            }
        }
        return best >= NameLikeness.SAME ? ScorePart.of(ScorePartKind.PLACE_NAME, best, NAMES_AGREE, NAMES_DIFFER, text)
                : ScorePart.of(ScorePartKind.PLACE_NAME, 0, NAMES_AGREE, NAMES_DIFFER, "other place names");
    }

    private static ScorePart byArea(Place one, Place other) {
        if (one.admin2() != null && one.admin2().equals(other.admin2())) {
            return ScorePart.of(ScorePartKind.PLACE_NAME, 1, AREA_AGREES, AREA_DIFFERS, "same district");
        }
        if (one.admin1() != null && other.admin1() != null && !one.admin1().equals(other.admin1())) {
            return ScorePart.of(ScorePartKind.PLACE_NAME, 0, AREA_AGREES, AREA_DIFFERS, "other governorates");
        }
        return null;
    }
}
