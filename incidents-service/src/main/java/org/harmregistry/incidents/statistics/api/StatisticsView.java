package org.harmregistry.incidents.statistics.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.incident.domain.Grouping;
import org.harmregistry.incidents.incident.domain.RangeSum;
import org.harmregistry.incidents.incident.domain.SchemeTotals;
import org.harmregistry.incidents.incident.domain.Totals;
import org.harmregistry.incidents.incident.domain.TotalsGroup;
import org.harmregistry.incidents.statistics.domain.Figures;

/** The answer to a statistical question, as it is sent. */
@Schema(name = "Statistics", description = "What incidents add up to. An incident counts once in the total, however many parties it names.")
public record StatisticsView(Grouping by, @Schema(description = "The filter as understood.") Map<String, String> filter,
        @Schema(description = "Name and version of the counting rule: an incident is counted by its start day; lower and upper bounds "
                + "are summed apart; an unknown bound is not zero but counted as unknown.") String rule,
        @Schema(description = "Which gradings were counted; ungraded records, too, if the list says so.") List<String> gradingsCounted,
        @Schema(description = "The instant at which was counted, UTC.") Instant asOf, Completeness completeness,
        Sums total,
        @Schema(description = "True if groups are by party: they overlap and do not add up to the total.") Boolean perPartySums,
        List<Group> groups, Records records) {

    /** What is missing from the figures. */
    @Schema(name = "Completeness")
    public record Completeness(long incidents,
            @Schema(description = "Share of incidents that nobody has graded, 0 to 1.") Double ungraded,
            @Schema(description = "Share of incidents that rest on one source; absent while sources are not counted.") Double singleSource,
            @Schema(description = "Share of incidents without a point, 0 to 1.") Double notLocated) {

        static Completeness of(Totals totals) {
            return new Completeness(totals.incidents(), share(totals.ungraded(), totals.incidents()), null,
                    share(totals.notLocated(), totals.incidents()));
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

    /** The sums of one month, year, area or party. */
    @Schema(name = "StatisticsGroup")
    public record Group(@Schema(description = "Month, year, area code or party slug; absent where it is unknown.") String key,
            long incidents, long incidentsWithCiviliansKilled, PersonSums killed, PersonSums injured,
            List<SchemeTotals> totalsAsPublished) {

        static Group of(TotalsGroup group) {
            Sums sums = Sums.of(group.totals());
            return new Group(group.key(), sums.incidents(), sums.incidentsWithCiviliansKilled(), sums.killed(),
                    sums.injured(), sums.totalsAsPublished());
        }
    }

    /** Exactly which records were counted. */
    @Schema(name = "CountedRecords")
    public record Records(long count,
            @Schema(description = "sha-256 over the lines id:version, sorted, each ended by a line feed.") String digest,
            @Schema(description = "Where the records are listed.") String href) {
    }

    static StatisticsView of(Figures figures) {
        return new StatisticsView(figures.grouping(), figures.filter().parameters(), Figures.RULE,
                figures.filter().gradings().terms(), figures.asOf(), Completeness.of(figures.total()),
                Sums.of(figures.total()), figures.grouping() == Grouping.PARTY ? true : null,
                figures.groups().stream().map(Group::of).toList(),
                new Records(figures.records().count(), figures.records().digest(), listOf(figures.filter().parameters())));
    }

    private static String listOf(Map<String, String> filter) {
        String query = filter.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return "/api/v1/incidents" + (query.isEmpty() ? "" : "?" + query);
    }
}
