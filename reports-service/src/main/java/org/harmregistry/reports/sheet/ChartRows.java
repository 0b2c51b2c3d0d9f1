package org.harmregistry.reports.sheet;

import org.harmregistry.reports.document.Chart;
import org.harmregistry.reports.wording.Wording;

/** The data of a chart: for each series the lower and the upper end, and the words where there is no number. */
final class ChartRows {

    private final Wording wording;

    ChartRows(Wording wording) {
        this.wording = wording;
    }

    void write(Sheet sheet, Chart chart) {
        sheet.narrow(0, chart.series().size() * 3);
        sheet.row().heading(chart.title());
        sheet.row().heading(chart.axis());
        chart.series().forEach(name -> sheet.heading(headed(name, "sheet.min")).heading(headed(name, "sheet.max"))
                .heading(headed(name, "sheet.words")));
        sheet.freeze();
        chart.points().forEach(point -> {
            sheet.row().text(point.label());
            point.values().forEach(value -> sheet.number(value.min()).number(value.max())
                    .text(value.min() == null && value.max() == null ? value.text() : null));
        });
    }

    private String headed(String series, String end) {
        return series + " – " + wording.text(end);
    }
}
