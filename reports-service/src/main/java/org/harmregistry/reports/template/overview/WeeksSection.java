package org.harmregistry.reports.template.overview;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Chart;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.figure.Figure;
import org.harmregistry.reports.registry.CountRange;
import org.harmregistry.reports.registry.Statistics;
import org.harmregistry.reports.template.FigureSheet;
import org.harmregistry.reports.wording.Wording;

/** Events and civilians killed, week by week. Weeks run from Monday to Sunday; one without any event has its place, too. */
final class WeeksSection {

    private static final CountRange NOBODY = new CountRange(0L, 0L, null, null);

    private final OverviewEvidence evidence;
    private final FigureSheet sheet;
    private final Wording wording;
    private final Map<String, Statistics.Group> byWeek;

    WeeksSection(OverviewEvidence evidence, FigureSheet sheet) {
        this.evidence = evidence;
        this.sheet = sheet;
        this.wording = evidence.order().wording();
        this.byWeek = evidence.weeks().statistics().groups().stream().filter(group -> group.key() != null)
                .collect(Collectors.toMap(Statistics.Group::key, Function.identity(), (one, same) -> one));
    }

    Section write() {
        List<Block> blocks = new ArrayList<>();
        if (!evidence.isEmpty()) {
            blocks.add(Block.paragraph(wording.text("weeks.intro")));
            blocks.add(Block.chart(chart("events", group -> new CountRange(group.incidents(), group.incidents(), null, null))));
            blocks.add(Block.chart(chart("killed", Statistics.Group::civiliansKilled)));
            most(Statistics.Group::incidents).ifPresent(week -> blocks.add(Block.figures(List.of(most(week)))));
        }
        return new Section("weeks", wording.text("weeks.heading"), blocks);
    }

    /** The Mondays of all weeks that have a day in the period. */
    private Stream<LocalDate> mondays() {
        LocalDate first = evidence.order().period().from().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Stream.iterate(first, monday -> !monday.isAfter(evidence.order().period().to()), monday -> monday.plusWeeks(1));
    }

    /** A week's name in ISO 8601: it belongs to the year that has its Thursday. */
    static String key(LocalDate monday) {
        return String.format(Locale.ROOT, "%04d-W%02d", monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private Chart chart(String what, Function<Statistics.Group, CountRange> number) {
        List<Chart.Point> points = mondays().map(monday -> {
            CountRange range = Optional.ofNullable(byWeek.get(key(monday))).map(number).orElse(NOBODY);
            return new Chart.Point(wording.shortDay(monday), List.of(new Chart.Value(range.min(), range.upper(),
                    wording.range(range.min(), range.upper()))));
        }).toList();
        String title = wording.text("weeks." + what);
        String described = most(group -> orZero(number.apply(group).min()))
                .map(monday -> {
                    CountRange range = number.apply(byWeek.get(key(monday)));
                    return wording.text("weeks.described", title, monday, wording.range(range.min(), range.upper()));
                }).orElse(title);
        return new Chart("weeks." + what, Chart.Form.COLUMNS, title, described, wording.text("weeks.axis"),
                List.of(wording.text("weeks.series." + what)), points);
    }

    /** The first of the weeks with the most of something. */
    private Optional<LocalDate> most(Function<Statistics.Group, Long> number) {
        return mondays().filter(monday -> byWeek.containsKey(key(monday)))
                .min(Comparator.comparing((LocalDate monday) -> number.apply(byWeek.get(key(monday))),
                        Comparator.reverseOrder()).thenComparing(Comparator.naturalOrder()));
    }

    private String most(LocalDate monday) {
        return sheet.add(evidence.weeks().proves(Figure.named("weeks.most", wording.text("weeks.most.label", monday))
                .value(byWeek.get(key(monday)).incidents()).counts(wording.text("weeks.most.counts"))
                .doesNotCount(wording.text("weeks.most.not"))));
    }

    private static long orZero(Long number) {
        return number == null ? 0 : number;
    }
}
