package org.harmregistry.reports.document;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A chart as data; how it is drawn is the format's affair, and each format can show the same data as a table.
 *
 * @param key the chart's name within its report
 * @param form how the data are best seen
 * @param title what it shows
 * @param description what can be seen in it, for those who do not see it
 * @param axis heading of the points
 * @param series names of the series
 * @param points the points, in order
 */
public record Chart(String key, Form form, String title, String description, String axis, List<String> series,
        List<Point> points) {

    public Chart {
        series = List.copyOf(series);
        points = List.copyOf(points);
    }

    /** How the data are best seen. */
    public enum Form {
        /** One group of horizontal bars per point, one bar per series. */
        BARS,
        /** Columns over time, for all series; a range is pale between its ends. */
        COLUMNS,
        /** Columns over time for all series but the last, which is a line. */
        COLUMNS_AND_LINE;

        /** The form's name as it stands in documents. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param label the point's name
     * @param values one value per series, in the series' order
     */
    public record Point(String label, List<Value> values) {

        public Point {
            values = List.copyOf(values);
        }
    }

    /**
     * @param min the number, or the lower end of a range; absent if unknown
     * @param max the upper end; absent if unknown or there is none
     * @param text the value as it is written
     */
    public record Value(Long min, Long max, String text) {

        public static final Value NONE = new Value(null, null, "");
    }
}
