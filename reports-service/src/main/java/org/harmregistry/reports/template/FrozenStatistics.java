package org.harmregistry.reports.template;

import java.util.List;

import org.harmregistry.reports.document.Credit;
import org.harmregistry.reports.document.MappedPlace;
import org.harmregistry.reports.figure.FigureBuilder;
import org.harmregistry.reports.figure.FigureRecords;
import org.harmregistry.reports.figure.SourceLink;
import org.harmregistry.reports.registry.Statistics;

/**
 * Counts, together with the list of records over which they were taken.
 *
 * @param query the address of the counts
 * @param statistics the counts
 * @param records the frozen list
 * @param credits the data sets that the records are from
 * @param places where they happened
 */
public record FrozenStatistics(String query, Statistics statistics, FigureRecords.Frozen records, List<Credit> credits,
        List<MappedPlace> places) {

    public FrozenStatistics {
        credits = List.copyOf(credits);
        places = List.copyOf(places);
    }

    /** Marks a figure as one of these counts. */
    public FigureBuilder proves(FigureBuilder figure) {
        return figure.from(query, statistics.rule(), statistics.asOf()).records(records)
                .sources(credits.stream().map(credit -> new SourceLink(null, named(credit), null)).toList());
    }

    private static String named(Credit credit) {
        return credit.attribution() == null ? credit.dataset() : credit.dataset() + " (" + credit.attribution() + ")";
    }
}
