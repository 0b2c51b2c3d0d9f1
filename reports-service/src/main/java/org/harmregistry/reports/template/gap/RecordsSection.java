package org.harmregistry.reports.template.gap;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Chart;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.figure.AsPublished;
import org.harmregistry.reports.figure.Figure;
import org.harmregistry.reports.registry.CountRange;
import org.harmregistry.reports.registry.Statistics;
import org.harmregistry.reports.template.FigureSheet;
import org.harmregistry.reports.template.FrozenStatistics;
import org.harmregistry.reports.wording.Wording;

/** What the records of the area and period add up to. */
final class RecordsSection {

    private final GapEvidence evidence;
    private final FigureSheet sheet;
    private final Wording wording;

    RecordsSection(GapEvidence evidence, FigureSheet sheet) {
        this.evidence = evidence;
        this.sheet = sheet;
        this.wording = evidence.order().wording();
    }

    Section write() {
        var period = evidence.order().period();
        FrozenStatistics window = evidence.counts().window();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(wording.text("records.intro", period.from(), period.to())));
        blocks.add(Block.figures(whole(window)));
        charts(blocks, window.statistics());
        new PlacesMap(wording).of(window.places()).ifPresent(map -> blocks.add(Block.map(map)));
        if (evidence.counts().inTown() != null) {
            blocks.add(Block.figures(town(evidence.counts().inTown())));
        }
        reaching(blocks, evidence.counts().reachingIn());
        return new Section("records", wording.text("records.heading"), blocks);
    }

    private List<String> whole(FrozenStatistics window) {
        Statistics.Totals total = window.statistics().total();
        List<String> keys = new ArrayList<>();
        keys.add(sheet.add(window.proves(Figure.named("records.events", wording.text("records.events.label"))
                .value(total.incidents()).counts(wording.text("records.events.counts"))
                .doesNotCount(wording.text("records.events.not")))));
        keys.add(sheet.add(window.proves(Figure.named("records.harmful", wording.text("records.harmful.label"))
                .value(total.incidentsWithCiviliansKilled()).counts(wording.text("records.harmful.counts"))
                .doesNotCount(wording.text("records.harmful.not")))));
        CountRange killed = total.civiliansKilled();
        keys.add(sheet.add(window.proves(Figure.named("records.killed", wording.text("records.killed.label"))
                .range(killed.min(), killed.max()).counts(wording.text("records.killed.counts") + open(killed))
                .doesNotCount(wording.text("records.killed.not")))));
        total.totalsAsPublished().forEach(published -> keys.add(deaths(window, published)));
        return keys;
    }

    private String open(CountRange killed) {
        return killed.maxUnknownIn() == null || killed.maxUnknownIn() == 0 ? ""
                : " " + wording.text("records.killed.open", killed.maxUnknownIn());
    }

    private String deaths(FrozenStatistics window, Statistics.Published published) {
        return sheet
                .add(window.proves(Figure.named("records.deaths." + published.scheme(), wording.text("records.deaths.label"))
                        .asPublished(new AsPublished(published.scheme(), published.low(), published.best(), published.high()))
                        .counts(wording.text("records.deaths.counts", published.scheme()))
                        .doesNotCount(wording.text("records.deaths.not"))));
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

    private void reaching(List<Block> blocks, FrozenStatistics reaching) {
        var from = evidence.order().period().from();
        long events = reaching.statistics().total().incidents();
        CountRange killed = reaching.statistics().total().civiliansKilled();
        List<String> keys = List.of(
                sheet.add(reaching.proves(Figure.named("records.reaching.events", wording.text("records.reaching.events.label"))
                        .value(events).counts(wording.text("records.reaching.counts", from))
                        .doesNotCount(wording.text("records.reaching.not")))),
                sheet.add(reaching.proves(Figure.named("records.reaching.killed", wording.text("records.reaching.killed.label"))
                        .range(killed.min(), killed.max()).counts(wording.text("records.reaching.counts", from))
                        .doesNotCount(wording.text("records.reaching.not")))));
        if (events > 0) {
            blocks.add(Block.note(wording.text("records.reaching.note", wording.text("records.reaching.note.events", events),
                    from, wording.text("records.reaching.note.civilians", wording.range(killed.min(), killed.max())))));
            blocks.add(Block.figures(keys));
        }
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
