package org.harmregistry.reports.sheet;

import org.harmregistry.reports.document.Table;
import org.harmregistry.reports.wording.Wording;

/** A table of the report. */
final class TableRows {

    private final Wording wording;

    TableRows(Wording wording) {
        this.wording = wording;
    }

    void write(Sheet sheet, Table table) {
        sheet.narrow(0, table.columns().size());
        sheet.row().heading(table.caption());
        sheet.row();
        table.columns().forEach(column -> sheet.heading(column.label()));
        if (table.sourced()) {
            sheet.heading(wording.text("page.source"));
        }
        sheet.freeze();
        table.rows().forEach(row -> row(sheet.row(), table, row));
    }

    private void row(Sheet sheet, Table table, Table.Row row) {
        sheet.text(row.heading());
        for (int i = 0; i < row.cells().size(); i++) {
            Long number = table.columns().get(i + 1).numeric() ? wording.numberIn(row.cells().get(i)) : null;
            if (number == null) {
                sheet.text(row.cells().get(i));
            } else {
                sheet.number(number);
            }
        }
        if (table.sourced()) {
            sheet.text(row.source() == null ? null : row.source().title());
        }
    }
}
