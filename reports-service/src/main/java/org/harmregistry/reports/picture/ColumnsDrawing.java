package org.harmregistry.reports.picture;

import java.util.List;

import org.harmregistry.reports.document.Chart;

/**
 * Columns over time, and, if the chart asks for it, a line for the last series. A range is drawn full up to its lower end and
 * pale up to the upper one. Where months are missing the line is dashed: it joins what is known and claims nothing in between.
 */
final class ColumnsDrawing {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 380;
    private static final int LEFT = 44;
    private static final int TOP = 44;
    private static final int BOTTOM = 40;
    private static final int LABEL_ROOM = 70;
    private static final double LETTER = 7.5;
    private static final int TICKS = 4;

    private final Chart chart;
    private final boolean rightToLeft;
    private final int columns;
    private final long ceiling;
    private final double labelRoom;
    private final double step;

    ColumnsDrawing(Chart chart, boolean rightToLeft) {
        this.chart = chart;
        this.rightToLeft = rightToLeft;
        this.columns = chart.series().size() - (chart.form() == Chart.Form.COLUMNS ? 0 : 1);
        this.ceiling = ChartDrawing.ceiling(Math.max(1, chart.points().stream().flatMap(point -> point.values().stream())
                .mapToLong(ColumnsDrawing::end).max().orElse(1)));
        this.labelRoom = chart.form() == Chart.Form.COLUMNS ? chart.points().stream().mapToInt(point -> point.label().length())
                .max().orElse(0) * LETTER : LABEL_ROOM;
        this.step = (double) (WIDTH - LEFT) / Math.max(1, chart.points().size());
    }

    String svg() {
        SvgWriter svg = new SvgWriter(rightToLeft, "columns", ChartDrawing.id(chart), chart.title(), chart.description(), WIDTH,
                HEIGHT);
        legend(svg);
        axes(svg);
        columns(svg);
        if (columns < chart.series().size()) {
            line(svg);
        }
        return svg.end();
    }

    private void legend(SvgWriter svg) {
        for (int i = 0; i < columns; i++) {
            svg.rect("s" + i, LEFT + i * 150, 5, 14, 14).text("legend", LEFT + i * 150 + 20, 17, chart.series().get(i));
        }
        if (columns == chart.series().size()) {
            return;
        }
        double x = LEFT + columns * 150;
        svg.line("trend", x, 12, x + 16, 12).dot("trend-dot", x + 8, 12, 4)
                .text("legend", x + 24, 17, chart.series().get(columns));
    }

    private void axes(SvgWriter svg) {
        for (int i = 0; i <= TICKS; i++) {
            double y = y(ceiling * i / TICKS);
            svg.line(i == 0 ? "base" : "grid", LEFT, y, WIDTH, y)
                    .text("tick end", LEFT - 6, y + 4, Long.toString(ceiling * i / TICKS));
        }
        int every = (int) Math.max(1, Math.ceil(labelRoom / step));
        for (int i = 0; i < chart.points().size(); i += every) {
            svg.line("base", x(i), y(0), x(i), y(0) + 5)
                    .text("tick middle", Math.min(x(i), WIDTH - labelRoom / 2.0), HEIGHT - 14, chart.points().get(i).label());
        }
    }

    private void columns(SvgWriter svg) {
        double width = step * 0.8 / Math.max(1, columns);
        for (int i = 0; i < chart.points().size(); i++) {
            List<Chart.Value> values = chart.points().get(i).values();
            for (int s = 0; s < columns; s++) {
                column(svg, values.get(s), s, x(i) - step * 0.4 + s * width, width);
            }
        }
    }

    private void column(SvgWriter svg, Chart.Value value, int series, double x, double width) {
        long full = value.min() == null ? 0 : value.min();
        if (full > 0) {
            svg.rect("s" + series, x, y(full), width, y(0) - y(full));
        }
        if (value.max() != null && value.max() > full) {
            svg.rect("s" + series + " pale", x, y(value.max()), width, y(full) - y(value.max()));
        }
    }

    private static long end(Chart.Value value) {
        return Math.max(value.min() == null ? 0 : value.min(), value.max() == null ? 0 : value.max());
    }

    private void line(SvgWriter svg) {
        int last = chart.series().size() - 1;
        int before = -1;
        for (int i = 0; i < chart.points().size(); i++) {
            Long value = chart.points().get(i).values().get(last).min();
            if (value == null) {
                continue;
            }
            if (before >= 0) {
                svg.line(i - before == 1 ? "trend" : "trend guess", x(before),
                        y(chart.points().get(before).values().get(last).min()), x(i), y(value));
            }
            before = i;
        }
        for (int i = 0; i < chart.points().size(); i++) {
            Long value = chart.points().get(i).values().get(last).min();
            if (value != null) {
                svg.dot("trend-dot", x(i), y(value), 3.5);
            }
        }
    }

    private double x(int point) {
        return LEFT + step * (point + 0.5);
    }

    private double y(long value) {
        return HEIGHT - BOTTOM - (double) value / ceiling * (HEIGHT - BOTTOM - TOP);
    }
}
