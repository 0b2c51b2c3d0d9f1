package org.harmregistry.reports.template.gap;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Chart;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.figure.Figure;
import org.harmregistry.reports.registry.CountRange;
import org.harmregistry.reports.registry.Statistics;
import org.harmregistry.reports.template.FigureSheet;
import org.harmregistry.reports.template.FrozenStatistics;
import org.harmregistry.reports.template.PlacesMap;
import org.harmregistry.reports.template.RecordFigures;
import org.harmregistry.reports.wording.Wording;

/** What the records of the area and period add up to. */
final class RecordsSection {

    private final GapEvidence evidence;
    private final FigureSheet sheet;
    private final Wording wording;
    private final RecordFigures figures;

    RecordsSection(GapEvidence evidence, FigureSheet sheet) {
        this.evidence = evidence;
        this.sheet = sheet;
        this.wording = evidence.order().wording();
        this.figures = new RecordFigures(sheet, wording);
    }

    Section write() {
        var period = evidence.order().period();
        FrozenStatistics window = evidence.counts().window();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(wording.text("records.intro", period.from(), period.to())));
        blocks.add(Block.figures(figures.whole(window)));
        charts(blocks, window.statistics());
        new PlacesMap(wording).of(window.places()).ifPresent(map -> blocks.add(Block.map(map)));
        if (evidence.counts().inTown() != null) {
            blocks.add(Block.figures(town(evidence.counts().inTown())));
        }
        blocks.addAll(figures.reaching(evidence.counts().reachingIn(), period.from()));
        return new Section("records", wording.text("records.heading"), blocks);
    }

    private List<String> town(FrozenStatistics town) {
        String name = evidence.caseFile().town();
        CountRange killed = town.statistics().total().civiliansKilled();
        return List.of(
                sheet.add(town.proves(Figure.named("records.town.events", wording.text("records.town.events.label", name))
                        .value(town.statistics().total().incidents()).counts(wording.text("records.town.counts", name))
                        .doesNotCount(wording.text("records.town.not")))),
                sheet.add(town.proves(Figure.named("records.town.killed", wording.text("records.town.killed.label", name))
                        .range(killed.min(), killed.max()).counts(wording.text("records.town.counts", name))
                        .doesNotCount(wording.text("records.town.not")))));
    }

    private void charts(List<Block> blocks, Statistics statistics) {
        if (statistics.groups().isEmpty()) {
            return;
        }
        blocks.add(Block.chart(chart("events", statistics.groups(), group -> new CountRange(group.incidents(),
                group.incidents(), null, null))));
        blocks.add(Block.chart(chart("killed", statistics.groups(), Statistics.Group::civiliansKilled)));
    }

    private Chart chart(String what, List<Statistics.Group> groups, Function<Statistics.Group, CountRange> number) {
        List<Statistics.Group> months = groups.stream().sorted(Comparator.comparing(Statistics.Group::key)).toList();
        List<Chart.Point> points = months.stream().map(month -> {
            CountRange range = number.apply(month);
            return new Chart.Point(month(month.key()), List.of(new Chart.Value(range.min(), range.max(),
                    wording.range(range.min(), range.max()))));
        }).toList();
        Statistics.Group highest = months.stream().max(Comparator.comparing(month -> orZero(number.apply(month).min())))
                .orElseThrow();
        CountRange most = number.apply(highest);
        String title = wording.text("records.month." + what);
        return new Chart("records." + what + ".by-month", Chart.Form.BARS, title,
                wording.text("records.month.described", title, month(highest.key()), wording.range(most.min(), most.max())),
                wording.text("records.month.axis"), List.of(wording.text("records.series." + what)), points);
    }

    private static long orZero(Long number) {
        return number == null ? 0 : number;
    }

    private String month(String key) {
        return key.matches("\\d{4}-(0[1-9]|1[0-2])") ? wording.month(YearMonth.parse(key)) : key;
    }
}
