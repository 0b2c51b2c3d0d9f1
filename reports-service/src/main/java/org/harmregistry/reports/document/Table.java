package org.harmregistry.reports.document;

import java.util.List;

import org.harmregistry.reports.figure.SourceLink;

/**
 * A table.
 *
 * @param caption what it shows
 * @param columns headings, the first one is that of the rows' headings
 * @param rows the rows
 */
public record Table(String caption, List<Column> columns, List<Row> rows) {

    private static final int MANY = 8;

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * @param label heading
     * @param numeric true if the cells are numbers, set flush right
     */
    public record Column(String label, boolean numeric) {
    }

    /**
     * @param heading the row's own heading
     * @param cells one text per further column; empty where nothing was published
     * @param source where the row is taken from; may be absent
     * @param marked true for the row that the report is about
     */
    public record Row(String heading, List<String> cells, SourceLink source, boolean marked) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** True if the table has more columns than fit beside each other on a page. */
    public boolean wide() {
        return columns.size() > MANY;
    }

    /** True if any row names its source: the table then has a last column for it. */
    public boolean sourced() {
        return rows.stream().anyMatch(row -> row.source() != null);
    }
}
