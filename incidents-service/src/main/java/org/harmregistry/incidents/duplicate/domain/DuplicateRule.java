package org.harmregistry.incidents.duplicate.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The published rule by which two records are compared. It adds up weights of evidence as in Fellegi and Sunter's theory of
 * record linkage (1969); the weights are set by people, not learnt.
 */
@ApplicationScoped
public class DuplicateRule {

    public static final String NAME = "duplicate-candidates-1";

    /** Below this score a record is not offered as a candidate. */
    public static final double LEAST = 0.1;

    public static final String TEXT = """
            Two records are compared by what the reader may see of both. Each comparison adds or takes points; one point doubles \
            the odds. The sum begins at -7. What either record leaves open adds and takes nothing. \
            Distance: +5 if the points agree as well as they are known and that is within 500 m, +4 within 2 km, +2.5 within 10 km, \
            +1 within 30 km, 0 beyond; down to -6 the farther apart they are. A point is known to 10 m if exact, 100 m, 250 m \
            (landmark), 300 m (street), 1 km (neighbourhood), 1.5 km (village, or not said), 3 km (town), 8 km (city), 15 km \
            (sub-district), 30 km (district), 80 km (governorate), 500 km (country); a public cell adds 800 m. \
            Time: +3 for the same day, less for longer periods, down to -5 from four days apart; times of the day +1.5 to -2. \
            Place names: +2 if alike in any spelling, -1 if not; without names +0.5 for the same district, -2 for different \
            governorates. \
            Titles and summaries: +4 if six of ten words are common and four or more are, -1 if hardly any. \
            External ids: +10 for one in common, -3 if one system lists them apart. Addresses: +4 for each in common, at most +8. \
            Victims: +2.5 for the first name in common and +1.5 for each more, at most +10, in proportion to the shorter list; \
            -2 if both name people and none is in common. \
            Parties: +0.5 for one in common, -0.5 if none. Civilians killed: +1 if the ranges meet, +2 if both are the same number \
            of five or more, down to -1.5. \
            The score is 1 / (1 + 2 ^ -points). Records below 0.1 are not offered. The score orders candidates for people to look \
            at; it is no probability, and nothing is ever merged by it.""";

    private static final double START = -7;

    private final List<BiFunction<ComparedIncident, ComparedIncident, ScorePart>> comparisons;

    public DuplicateRule(FoldedWords words) {
        NameLikeness names = new NameLikeness(words);
        PlaceComparison place = new PlaceComparison(names);
        TextComparison text = new TextComparison(words);
        VictimComparison victims = new VictimComparison(names);
        this.comparisons = List.of(DistanceComparison::of, TimeComparison::of, place::of, text::of,
                IdentifierComparison::ofExternalIds, IdentifierComparison::ofAddresses, victims::of, PartyComparison::of,
                CasualtyComparison::of);
    }

    /** How likely two records are of one incident; the same whichever comes first. */
    public DuplicateScore score(ComparedIncident one, ComparedIncident other) {
        List<ScorePart> parts = new ArrayList<>();
        for (var comparison : comparisons) {
            ScorePart part = comparison.apply(one, other);
            if (part != null) {
                parts.add(part);
            }
        }
        return DuplicateScore.of(START, parts);
    }
}
