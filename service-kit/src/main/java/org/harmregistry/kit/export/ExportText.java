package org.harmregistry.kit.export;

import org.harmregistry.kit.csv.CsvColumns;
import org.harmregistry.kit.csv.CsvLines;

import io.vertx.sqlclient.Row;

/** How the rows of one export are written, one behind the other. */
interface ExportText {

    /** What stands before the first row. */
    String head();

    void append(StringBuilder text, Row row);

    /** What stands behind the last row. */
    String tail();

    static ExportText of(Export export) {
        return switch (export.format()) {
            case CSV -> new Csv(export.rows(), export.columns(), new CsvLines(export.columns()));
            case GEOJSON -> new GeoJson(export.rows());
            case NDJSON -> new NdJson(export.rows());
            case JSON -> throw new IllegalArgumentException("JSON is answered page by page");
        };
    }

    record Csv(ExportRows rows, CsvColumns columns, CsvLines lines) implements ExportText {

        @Override
        public String head() {
            return columns.head();
        }

        @Override
        public void append(StringBuilder text, Row row) {
            String json = rows.json(row);
            if (json != null) {
                lines.append(text, json);
            }
        }

        @Override
        public String tail() {
            return "";
        }
    }

    record NdJson(ExportRows rows) implements ExportText {

        @Override
        public String head() {
            return "";
        }

        @Override
        public void append(StringBuilder text, Row row) {
            String json = rows.json(row);
            if (json != null) {
                text.append(json).append('\n');
            }
        }

        @Override
        public String tail() {
            return "";
        }
    }

    /** A feature per record (RFC 7946); without a point its geometry is null. */
    final class GeoJson implements ExportText {

        private final ExportRows rows;
        private String separator = "";

        GeoJson(ExportRows rows) {
            this.rows = rows;
        }

        @Override
        public String head() {
            return "{\"type\":\"FeatureCollection\",\"features\":[\n";
        }

        @Override
        public void append(StringBuilder text, Row row) {
            String json = rows.json(row);
            if (json == null) {
                return;
            }
            Double lon = rows.lon(row);
            Double lat = rows.lat(row);
            text.append(separator).append("{\"type\":\"Feature\",\"id\":\"").append(rows.id(row)).append("\",\"geometry\":");
            if (lon == null || lat == null) {
                text.append("null");
            } else {
                text.append("{\"type\":\"Point\",\"coordinates\":[").append(lon.doubleValue()).append(',')
                        .append(lat.doubleValue()).append("]}");
            }
            text.append(",\"properties\":").append(json).append('}');
            separator = ",\n";
        }

        @Override
        public String tail() {
            return "\n]}\n";
        }
    }
}
