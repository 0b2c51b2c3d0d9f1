package org.harmregistry.reports.template.field;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Chart;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.document.Table;
import org.harmregistry.reports.figure.Figure;
import org.harmregistry.reports.figure.FigureBuilder;
import org.harmregistry.reports.registry.FieldworkCounts;
import org.harmregistry.reports.template.FigureSheet;
import org.harmregistry.reports.wording.Wording;

/** Sites visited, interviews, people and families: counted, never listed. */
final class SitesSection {

    private static final String MONTH = "\\d{4}-(0[1-9]|1[0-2])";

    private final FieldEvidence evidence;
    private final FigureSheet sheet;
    private final Wording wording;
    private final FieldworkCounts places;

    SitesSection(FieldEvidence evidence, FigureSheet sheet) {
        this.evidence = evidence;
        this.sheet = sheet;
        this.wording = evidence.order().wording();
        this.places = evidence.work().places();
    }

    Section write() {
        FieldworkCounts.Group total = places.total();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.figures(List.of(
                figure("visits", total == null ? null : total.visits(), ""),
                figure("interviews", total == null ? null : total.interviews(), ""),
                figure("people", total == null ? null : total.people(), without(total)),
                figure("families", total == null ? null : total.families(), ""))));
        if (!places.groups().isEmpty()) {
            blocks.add(Block.table(byPlace()));
        }
        List<FieldworkCounts.Group> months = evidence.work().months().groups().stream()
                .filter(group -> group.key() != null && group.key().matches(MONTH)).toList();
        if (!months.isEmpty()) {
            blocks.add(Block.chart(byMonth(months)));
        }
        blocks.add(Block.note(wording.text("field.least", places.least())));
        return new Section("sites", wording.text("field.sites"), blocks);
    }

    private String without(FieldworkCounts.Group total) {
        return total == null || total.interviewsWithoutPeople() == 0 ? ""
                : " " + wording.text("field.people.without", total.interviewsWithoutPeople());
    }

    private String figure(String what, Long number, String more) {
        FigureBuilder figure = Figure.named("field." + what, wording.text("field." + what + ".label"));
        if (number == null) {
            figure.words(wording.text("field.too_few", places.least()));
        } else {
            figure.value(number);
        }
        return sheet.add(figure.counts(wording.text("field." + what + ".counts") + more)
                .doesNotCount(wording.text("field." + what + ".not"))
                .from(evidence.work().query(), null, evidence.order().asOf()));
    }

    private Table byPlace() {
        return new Table(wording.text("field.by_place"),
                List.of(column("place", false), column("visits", true), column("interviews", true), column("people", true)),
                places.groups().stream().map(group -> new Table.Row(
                        group.key() == null ? wording.text("field.place.hidden") : group.key(),
                        List.of(wording.number(group.visits()), wording.number(group.interviews()),
                                wording.number(group.people())),
                        null, false)).toList());
    }

    private Table.Column column(String name, boolean numeric) {
        return new Table.Column(wording.text("field.column." + name), numeric);
    }

    /** Months of too little field work are not told, and so stand empty. */
    private Chart byMonth(List<FieldworkCounts.Group> months) {
        List<Chart.Point> points = months.stream().sorted((one, other) -> one.key().compareTo(other.key()))
                .map(group -> new Chart.Point(wording.shortMonth(YearMonth.parse(group.key())),
                        List.of(value(group.visits()), value(group.interviews()))))
                .toList();
        return new Chart("field.by-month", Chart.Form.BARS, wording.text("field.by_month"),
                wording.text("field.by_month.described", points.size()), wording.text("field.column.month"),
                List.of(wording.text("field.column.visits"), wording.text("field.column.interviews")), points);
    }

    private Chart.Value value(long number) {
        return new Chart.Value(number, number, wording.number(number));
    }
}
