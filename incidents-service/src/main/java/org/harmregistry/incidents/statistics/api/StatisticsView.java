package org.harmregistry.incidents.statistics.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.incident.domain.Grouping;
import org.harmregistry.incidents.incident.domain.PersonsGroup;
import org.harmregistry.incidents.incident.domain.RangeSum;
import org.harmregistry.incidents.incident.domain.SchemeTotals;
import org.harmregistry.incidents.incident.domain.Totals;
import org.harmregistry.incidents.incident.domain.TotalsGroup;
import org.harmregistry.incidents.statistics.domain.Figures;

/** The answer to a statistical question, as it is sent. */
@Schema(name = "Statistics", description = "What incidents add up to. An incident counts once in the total, however many parties it names.")
public record StatisticsView(
        @Schema(description = "What the groups are told apart by, with commas between; none if there are no groups.", examples = "month,grading") String by,
        @Schema(description = "The filter as understood.") Map<String, String> filter,
        @Schema(description = "Name and version of the counting rule: an incident is counted by its start day; lower and upper bounds "
                + "are summed apart; an unknown bound is not zero but counted as unknown.") String rule,
        @Schema(description = "Which gradings were counted; ungraded records, too, if the list says so.") List<String> gradingsCounted,
        @Schema(description = "The instant at which was counted, UTC.") Instant asOf, Completeness completeness,
        Sums total,
        @Schema(description = "True if an incident may stand in several groups, or in none: they do not add up to the total.") Boolean groupsOverlap,
        @Schema(description = "By sex, ageGroup, cause and civilianStatus: so many persons of one kind (sex, age group, status, cause and outcome) an incident must have for the "
                + "reader to see that kind. The others stand under not_shown.") Integer smallestKind,
        List<Group> groups, Records records) {

    /** What is missing from the figures. */
    @Schema(name = "Completeness")
    public record Completeness(long incidents,
            @Schema(description = "Share of incidents that nobody has graded, 0 to 1.") Double ungraded,
            @Schema(description = "Share of incidents that are known to rest on one source, 0 to 1: graded weak (one source only), or a strike of "
                    + "which the status is single_source_claim. Absent where neither is told of any incident.") Double singleSource,
            @Schema(description = "Share of incidents that are ungraded and without a strike status, 0 to 1: of them nobody has said whether "
                    + "they rest on one source.") Double singleSourceUntold,
            @Schema(description = "Share of incidents without a point, 0 to 1.") Double notLocated) {

        static Completeness of(Totals totals) {
            boolean told = totals.sourcesUntold() < totals.incidents();
            return new Completeness(totals.incidents(), share(totals.ungraded(), totals.incidents()),
                    told ? share(totals.oneSource(), totals.incidents()) : null,
                    share(totals.sourcesUntold(), totals.incidents()), share(totals.notLocated(), totals.incidents()));
        }

        private static Double share(long part, long whole) {
            return whole == 0 ? null : (double) part / whole;
        }
    }

    /** Sums of ranges of people. */
    @Schema(name = "PersonSums")
    public record PersonSums(RangeSum civilians) {
    }

    /** What one set of incidents adds up to. */
    @Schema(name = "Sums")
    public record Sums(long incidents, long incidentsWithCiviliansKilled, PersonSums killed, PersonSums injured,
            List<SchemeTotals> totalsAsPublished) {

        static Sums of(Totals totals) {
            return new Sums(totals.incidents(), totals.incidentsWithCiviliansKilled(),
                    new PersonSums(totals.civiliansKilled()), new PersonSums(totals.civiliansInjured()),
                    totals.totalsAsPublished());
        }
    }

    /** The sums of one group. */
    @Schema(name = "StatisticsGroup")
    public record Group(
            @Schema(description = "The value where the question has one grouping: month, week, year, code, term, slug, or lat,lon of a middle; absent where it is unknown.") String key,
            @Schema(description = "The value of each grouping by its name; one that is unknown is absent.", examples = "{\"month\": \"2017-06\", \"grading\": \"fair\"}") Map<String, String> keys,
            long incidents, Long incidentsWithCiviliansKilled, PersonSums killed, PersonSums injured,
            List<SchemeTotals> totalsAsPublished,
            @Schema(description = "Recorded victims; by sex, ageGroup, cause and civilianStatus in place of the sums of ranges.") Persons persons) {

        static Group of(List<Grouping> by, TotalsGroup group) {
            Sums sums = Sums.of(group.totals());
            return new Group(only(group.keys()), named(by, group.keys()), sums.incidents(),
                    sums.incidentsWithCiviliansKilled(), sums.killed(), sums.injured(), sums.totalsAsPublished(), null);
        }

        static Group of(List<Grouping> by, PersonsGroup group) {
            return new Group(only(group.keys()), named(by, group.keys()), group.incidents(), null, null, null, null,
                    new Persons(group.killed(), group.injured(), group.missing()));
        }

        private static String only(List<String> keys) {
            return keys.size() == 1 ? keys.get(0) : null;
        }

        private static Map<String, String> named(List<Grouping> by, List<String> keys) {
            Map<String, String> named = new LinkedHashMap<>();
            for (int i = 0; i < by.size(); i++) {
                if (keys.get(i) != null) {
                    named.put(by.get(i).term(), keys.get(i));
                }
            }
            return named;
        }
    }

    /** Recorded victims by what became of them. */
    @Schema(name = "RecordedPersons")
    public record Persons(long killed, long injured, long missing) {
    }

    /** Exactly which records were counted. */
    @Schema(name = "CountedRecords")
    public record Records(long count,
            @Schema(description = "sha-256 over the lines id:version, sorted, each ended by a line feed; where records=digest asks for it.") String digest,
            @Schema(description = "Where the records are listed.") String href) {
    }

    static StatisticsView of(Figures figures) {
        Totals total = figures.totals().total();
        String by = figures.by().stream().map(Grouping::term).collect(Collectors.joining(","));
        return new StatisticsView(by.isEmpty() ? "none" : by, figures.filter().parameters(), Figures.RULE,
                figures.filter().gradings().terms(), figures.asOf(), Completeness.of(total), Sums.of(total),
                figures.groupsOverlap() ? true : null,
                figures.smallestKind(), groups(figures),
                new Records(total.incidents(), figures.digest(), listOf(figures.filter().parameters())));
    }

    private static List<Group> groups(Figures figures) {
        return Stream.concat(figures.totals().groups().stream().map(group -> Group.of(figures.by(), group)),
                figures.persons().stream().map(group -> Group.of(figures.by(), group))).toList();
    }

    private static String listOf(Map<String, String> filter) {
        String query = filter.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return "/api/v1/incidents" + (query.isEmpty() ? "" : "?" + query);
    }
}
