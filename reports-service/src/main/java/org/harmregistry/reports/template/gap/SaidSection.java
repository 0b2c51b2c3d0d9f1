package org.harmregistry.reports.template.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Chart;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.document.Table;
import org.harmregistry.reports.figure.Figure;
import org.harmregistry.reports.figure.FigureBuilder;
import org.harmregistry.reports.registry.Gap;
import org.harmregistry.reports.registry.MonthRange;
import org.harmregistry.reports.template.FigureSheet;
import org.harmregistry.reports.wording.Wording;

/** What was documented and conceded, as it was known on each day, and how far apart it lay. */
final class SaidSection {

    private final GapEvidence evidence;
    private final FigureSheet sheet;
    private final Wording wording;
    private final SideWords words;

    SaidSection(GapEvidence evidence, FigureSheet sheet) {
        this.evidence = evidence;
        this.sheet = sheet;
        this.wording = evidence.order().wording();
        this.words = new SideWords(wording);
    }

    Section write() {
        List<Block> blocks = new ArrayList<>();
        if (!evidence.gaps().isEmpty()) {
            String place = evidence.caseFile().gapPlace() == null ? wording.text("not_stated") : evidence.caseFile().gapPlace();
            blocks.add(Block.paragraph(wording.text("said.intro", place, gapPeriod())));
            evidence.gaps().forEach(this::figures);
            blocks.add(Block.table(table()));
            blocks.add(Block.chart(chart()));
            blocks.add(Block.figures(evidence.gaps().stream().map(dated -> "said." + dated.day() + ".gap").toList()));
            new ShownNotAdded(evidence, sheet).write(blocks);
        }
        return new Section("said", wording.text("said.heading"), blocks);
    }

    private String gapPeriod() {
        var months = evidence.caseFile().gapPeriod();
        return months == null ? wording.text("not_stated")
                : PeriodWords.of(new MonthRange(months.from(), months.to()), wording);
    }

    private void figures(DatedGap dated) {
        Gap.Row row = dated.row().orElse(Gap.Row.NONE);
        side(dated, "documented", row.documented());
        side(dated, "conceded", row.conceded());
        FigureBuilder gap = Figure.named("said." + dated.day() + ".gap", wording.text("said.gap.label", dated.day()))
                .counts(wording.text("said.gap.counts")).doesNotCount(wording.text("said.gap.not"));
        if (row.gap() == null) {
            gap.words(words.gap(row));
        } else {
            gap.range(row.gap().min(), row.gap().max());
        }
        add(dated, gap.records(evidence.records(dated.countedTallies())).sources(dated.countedTallies().stream()
                .map(evidence::source).toList()));
    }

    private void side(DatedGap dated, String name, Gap.Side side) {
        FigureBuilder figure = Figure.named("said." + dated.day() + "." + name,
                wording.text("said." + name + ".label", dated.day()))
                .counts(wording.text("said." + name + ".counts", dated.day(), words.tally(side)))
                .doesNotCount(wording.text("said." + name + ".not"));
        if (side == null) {
            figure.words(wording.text("said.gap.nothing"));
        } else {
            figure.range(side.min(), side.max()).above(side.minExclusive()).words(side.words());
            if (side.tally() != null && side.tally().id() != null) {
                figure.records(evidence.records(List.of(side.tally().id())))
                        .source(evidence.source(side.tally().id()));
            }
        }
        add(dated, figure);
    }

    private void add(DatedGap dated, FigureBuilder figure) {
        sheet.add(figure.from(dated.query(), dated.gap().rule(), evidence.order().asOf()).knownBy(dated.day()));
    }

    private Table table() {
        List<Table.Row> rows = evidence.gaps().stream().map(dated -> {
            Gap.Row row = dated.row().orElse(Gap.Row.NONE);
            return new Table.Row(wording.day(dated.day()), List.of(words.sideWithTally(row.documented()),
                    words.sideWithTally(row.conceded()), words.gap(row)), null, false);
        }).toList();
        return new Table(wording.text("said.caption"), List.of(new Table.Column(wording.text("said.column.day"), false),
                new Table.Column(wording.text("said.column.documented"), false),
                new Table.Column(wording.text("said.column.conceded", evidence.party().nameIn(wording.language())), false),
                new Table.Column(wording.text("said.column.gap"), false)), rows);
    }

    private Chart chart() {
        List<Chart.Point> points = evidence.gaps().stream().map(dated -> {
            Gap.Row row = dated.row().orElse(Gap.Row.NONE);
            return new Chart.Point(wording.day(dated.day()), List.of(value(row.documented()), value(row.conceded())));
        }).toList();
        String described = evidence.gaps().stream().map(dated -> {
            Gap.Row row = dated.row().orElse(Gap.Row.NONE);
            return wording.text("said.chart.described", dated.day(), words.side(row.documented()), words.side(row.conceded()),
                    words.gap(row));
        }).collect(Collectors.joining(" "));
        return new Chart("said.by-day", Chart.Form.BARS, wording.text("said.chart.title"), described,
                wording.text("said.column.day"),
                List.of(wording.text("said.chart.documented"), wording.text("said.chart.conceded")), points);
    }

    private Chart.Value value(Gap.Side side) {
        return side == null ? new Chart.Value(null, null, words.side(null))
                : new Chart.Value(side.min(), side.max(), words.side(side));
    }
}
