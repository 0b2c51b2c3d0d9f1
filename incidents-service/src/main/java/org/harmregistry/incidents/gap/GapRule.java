package org.harmregistry.incidents.gap;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.harmregistry.incidents.record.AreaName;
import org.harmregistry.incidents.record.CountRange;
import org.harmregistry.incidents.record.PartialDate;
import org.harmregistry.incidents.record.Period;
import org.harmregistry.incidents.tally.Measure;
import org.harmregistry.incidents.tally.PublishedTally;
import org.harmregistry.incidents.tally.Stance;

/**
 * The rule {@value Gap#RULE}. Two tallies are compared if both are totals of killed for the same area and exactly the period
 * asked for; of each side the one published last by the day counts. Everything else is shown, never added.
 */
final class GapRule {

    static final String TEXT = "Rule " + Gap.RULE
            + ": compares totals of civilians killed for the same area (by name) and exactly "
            + "the asked period; of each side the tally published last by knownBy counts. gap.min = documented.min - conceded.max, "
            + "gap.max = documented.max - conceded.min, each only where both numbers are known; words without a number stay words. "
            + "Tallies for other periods and steps are shown beside, never added. by=month lists the deaths conceded by the party's "
            + "monthly reports; nothing is documented by report month. by=incident "
            + "(rule " + IncidentGap.RULE
            + ") sets an incident's killed civilians against what the party's credible allegations about it "
            + "concede: by both clocks, duplicates left out, those of one incident added.";

    private GapRule() {
    }

    /** The totals that count, by area as it is compared; published tallies come the earliest first. */
    static List<GapRow> byPlace(GapQuestion question, List<PublishedTally> published) {
        Map<String, String> areas = new TreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));
        if (question.place() != null) {
            areas.put(AreaName.normalised(question.place()), question.place());
        } else {
            counting(question, published).forEach(tally -> areas.putIfAbsent(key(tally), tally.tally().area()));
        }
        return areas.entrySet().stream()
                .map(area -> row(question, area.getKey(), area.getValue(), published)).toList();
    }

    /** One row: of the place asked for, or of the tallies that name no area. */
    static List<GapRow> one(GapQuestion question, List<PublishedTally> published) {
        return List.of(row(question, AreaName.normalised(question.place()), null, published));
    }

    /** The months for which the party's own reports concede deaths, by report month. */
    static List<GapRow> byMonth(GapQuestion question, List<PublishedTally> reports) {
        Map<PartialDate, PublishedTally> latest = new LinkedHashMap<>();
        reports.stream()
                .filter(report -> report.tally().deathsInMonth() != null && question.isAbout(report.tally().area())
                        && question.holds(report.tally().month().atDay(1)))
                .forEach(report -> latest.put(PartialDate.of(report.tally().month().toString()), report));
        return latest.entrySet().stream().sorted(Comparator.comparing(entry -> entry.getKey().firstDay()))
                .map(entry -> {
                    Integer deaths = entry.getValue().tally().deathsInMonth();
                    Stated conceded = Stated.of(new CountRange(deaths, deaths, null), null, entry.getValue());
                    return GapRow.of(entry.getKey().toString(), new Period(entry.getKey(), entry.getKey()), null, conceded);
                }).toList();
    }

    /** Totals of the asked areas that are about another period which overlaps, and steps. */
    static List<ShownTally> shownNotAdded(GapQuestion question, List<PublishedTally> published) {
        return published.stream()
                .filter(tally -> question.isAbout(tally.tally().area()) && question.overlaps(tally.tally().period()))
                .filter(tally -> tally.tally().measure() == Measure.STEP || !question.isExactly(tally.tally().period()))
                .map(ShownTally::of).toList();
    }

    private static GapRow row(GapQuestion question, String areaKey, String name, List<PublishedTally> published) {
        return GapRow.of(name, question.period(), Stated.of(last(question, areaKey, Stance.DOCUMENTED, published)),
                Stated.of(last(question, areaKey, Stance.CONCEDED, published)));
    }

    private static PublishedTally last(GapQuestion question, String areaKey, Stance stance, List<PublishedTally> published) {
        return counting(question, published).stream()
                .filter(tally -> tally.tally().stance() == stance && Objects.equals(key(tally), areaKey))
                .reduce((earlier, later) -> later).orElse(null);
    }

    private static List<PublishedTally> counting(GapQuestion question, List<PublishedTally> published) {
        return published.stream().filter(tally -> tally.tally().measure() == Measure.TOTAL
                && question.isExactly(tally.tally().period())).toList();
    }

    private static String key(PublishedTally published) {
        return AreaName.normalised(published.tally().area());
    }
}
