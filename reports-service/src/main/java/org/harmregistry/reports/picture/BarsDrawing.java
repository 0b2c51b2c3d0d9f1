package org.harmregistry.reports.picture;

import org.harmregistry.reports.document.Chart;

/**
 * Horizontal bars, one group per point. A range is drawn full up to its lower end and pale up to the upper one; words without a
 * number get an open, dashed bar that stands for no length.
 */
final class BarsDrawing {

    private static final int WIDTH = 520;
    private static final int ROOM_FOR_TEXT = 150;
    private static final int BAR = 20;
    private static final int GAP = 5;
    private static final int LABEL = 22;
    private static final int BETWEEN = 16;
    private static final int LEGEND = 24;
    private static final int OPEN_BAR = 60;

    private final Chart chart;
    private final boolean rightToLeft;
    private final long largest;

    BarsDrawing(Chart chart, boolean rightToLeft) {
        this.chart = chart;
        this.rightToLeft = rightToLeft;
        this.largest = Math.max(1, chart.points().stream().flatMap(point -> point.values().stream())
                .mapToLong(BarsDrawing::end).max().orElse(1));
    }

    String svg() {
        int group = LABEL + chart.series().size() * (BAR + GAP) + BETWEEN;
        int top = legendHeight();
        SvgWriter svg = new SvgWriter(rightToLeft, "bars", ChartDrawing.id(chart), chart.title(), chart.description(), WIDTH,
                top + chart.points().size() * group);
        legend(svg);
        for (int i = 0; i < chart.points().size(); i++) {
            group(svg, chart.points().get(i), top + (double) i * group);
        }
        return svg.end();
    }

    private int legendHeight() {
        return chart.series().size() * LEGEND + 8;
    }

    private void legend(SvgWriter svg) {
        for (int i = 0; i < chart.series().size(); i++) {
            svg.rect("s" + i, 0, i * LEGEND + 3, 14, 14).text("legend", 22, i * LEGEND + 15, chart.series().get(i));
        }
    }

    private void group(SvgWriter svg, Chart.Point point, double top) {
        svg.text("label", 0, top + 15, point.label());
        for (int i = 0; i < point.values().size(); i++) {
            bar(svg, point.values().get(i), i, top + LABEL + i * (BAR + GAP));
        }
        svg.line("base", 0.5, top + LABEL - 2, 0.5, top + LABEL + point.values().size() * (BAR + GAP) - GAP + 2);
    }

    private void bar(SvgWriter svg, Chart.Value value, int series, double top) {
        double text = 8;
        if (value.min() != null) {
            svg.rect("s" + series, 0, top, length(value.min()), BAR);
            text += length(value.min());
            if (value.max() != null && value.max() > value.min()) {
                svg.rect("s" + series + " pale", length(value.min()), top, length(value.max()) - length(value.min()), BAR);
                text = 8 + length(value.max());
            }
        } else if (!value.text().isEmpty()) {
            svg.rect("open o" + series, 1, top + 1, OPEN_BAR, BAR - 2);
            text += OPEN_BAR;
        }
        svg.text("value", text, top + 15, value.text());
    }

    private double length(long number) {
        return (double) number / largest * (WIDTH - ROOM_FOR_TEXT);
    }

    private static long end(Chart.Value value) {
        return Math.max(value.min() == null ? 0 : value.min(), value.max() == null ? 0 : value.max());
    }
}
