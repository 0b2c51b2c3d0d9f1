package org.harmregistry.reports.picture;

import org.harmregistry.reports.document.Chart;

/** Draws charts as SVG. */
public final class ChartDrawing {

    private ChartDrawing() {
    }

    /**
     * @param rightToLeft true if it is read from the right, as its words are: bars grow and time runs to the left then
     */
    public static String svg(Chart chart, boolean rightToLeft) {
        return switch (chart.form()) {
            case BARS -> new BarsDrawing(chart, rightToLeft).svg();
            case COLUMNS, COLUMNS_AND_LINE -> new ColumnsDrawing(chart, rightToLeft).svg();
        };
    }

    static String id(Chart chart) {
        return "chart-" + chart.key().replaceAll("[^A-Za-z0-9]+", "-");
    }

    /** A round number at or above the largest one, at which an axis may end. */
    static long ceiling(long largest) {
        long unit = 1;
        while (unit * 10 < largest) {
            unit *= 10;
        }
        for (long step : new long[] { 1, 2, 4, 5, 8, 10 }) {
            if (unit * step >= largest) {
                return unit * step;
            }
        }
        return unit * 10;
    }
}
