package org.harmregistry.reports.template.casualties;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Chart;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.document.Table;
import org.harmregistry.reports.registry.Tally;
import org.harmregistry.reports.wording.Wording;

/** All months for which the party's figures are known, side by side. */
final class AllMonthsSection {

    private static final List<String> NUMBERS = List.of("carried", "new", "completed", "open", "reopened", "credible",
            "non_credible", "duplicate", "deaths", "injured", "total");

    private final CasualtyEvidence evidence;
    private final Wording wording;
    private final IdentityWords identities;

    AllMonthsSection(CasualtyEvidence evidence) {
        this.evidence = evidence;
        this.wording = evidence.order().wording();
        this.identities = new IdentityWords(wording);
    }

    Section write() {
        List<Block> blocks = new ArrayList<>();
        if (!evidence.tallies().isEmpty()) {
            blocks.add(Block.paragraph(wording.text("casualties.all.intro", evidence.tallies().size(), first(), last())));
            blocks.add(Block.chart(chart()));
            blocks.add(Block.table(table()));
        }
        return new Section("all-months", wording.text("casualties.all.heading"), blocks);
    }

    private YearMonth first() {
        return YearMonth.parse(evidence.tallies().get(0).month());
    }

    private YearMonth last() {
        return YearMonth.parse(evidence.tallies().get(evidence.tallies().size() - 1).month());
    }

    private Table table() {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(column("month", false));
        columns.add(column("published", false));
        NUMBERS.forEach(name -> columns.add(column(name, true)));
        columns.add(column("identity.open", false));
        columns.add(column("identity.closed", false));
        return new Table(wording.text("casualties.all.caption"), columns, evidence.tallies().stream().map(this::row).toList());
    }

    private Table.Column column(String name, boolean numeric) {
        return new Table.Column(wording.text("casualties.column." + name), numeric);
    }

    private Table.Row row(Tally tally) {
        List<String> cells = new ArrayList<>();
        cells.add(tally.publishedOn() == null ? "" : wording.day(tally.publishedOn()));
        Stream.of(tally.carriedOver(), tally.newReports(), tally.completed(), tally.openAtEnd(), tally.reopened(),
                tally.credible(), tally.nonCredible(), tally.duplicate(), tally.deathsInMonth(), tally.injuredInMonth(),
                tally.deathsCumulative()).map(wording::number).forEach(cells::add);
        cells.add(identities.result(tally.identity("open")));
        cells.add(identities.result(tally.identity("closed")));
        return new Table.Row(wording.month(YearMonth.parse(tally.month())), cells, evidence.cited().link(tally.source()),
                tally.month().equals(evidence.month().toString()));
    }

    /** Every month from the first to the last has its place, so that time runs evenly; a month without figures stays empty. */
    private Chart chart() {
        Map<String, Tally> byMonth = evidence.tallies().stream()
                .collect(Collectors.toMap(Tally::month, tally -> tally, (one, same) -> one));
        List<Chart.Point> points = Stream.iterate(first(), month -> !month.isAfter(last()), month -> month.plusMonths(1))
                .map(month -> point(month, byMonth.get(month.toString()))).toList();
        String described = evidence.tallies().stream().filter(tally -> tally.openAtEnd() != null)
                .max(Comparator.comparing(Tally::openAtEnd))
                .map(most -> wording.text("casualties.chart.described", byMonth.size(), points.size(), first(), last(),
                        YearMonth.parse(most.month()), most.openAtEnd()))
                .orElse("");
        return new Chart("ledger.by-month", Chart.Form.COLUMNS_AND_LINE, wording.text("casualties.chart.title"), described,
                wording.text("casualties.column.month"), List.of(wording.text("casualties.chart.new"),
                        wording.text("casualties.chart.completed"), wording.text("casualties.chart.open")),
                points);
    }

    private Chart.Point point(YearMonth month, Tally tally) {
        return new Chart.Point(wording.shortMonth(month), tally == null
                ? List.of(Chart.Value.NONE, Chart.Value.NONE, Chart.Value.NONE)
                : List.of(value(tally.newReports()), value(tally.completed()), value(tally.openAtEnd())));
    }

    private Chart.Value value(Long number) {
        return number == null ? Chart.Value.NONE : new Chart.Value(number, number, wording.number(number));
    }
}
