package org.harmregistry.reports.sheet;

import java.util.List;
import java.util.stream.Collectors;

import org.harmregistry.reports.edition.domain.EditionDocument;
import org.harmregistry.reports.figure.AsPublished;
import org.harmregistry.reports.figure.Figure;
import org.harmregistry.reports.figure.FigureRecords;
import org.harmregistry.reports.figure.SourceLink;
import org.harmregistry.reports.wording.Wording;

/** All figures, a row each. */
final class FigureRows {

    private static final List<String> HEADINGS = List.of("sheet.figure", "sheet.value", "sheet.min", "sheet.above", "sheet.max",
            "sheet.words", "sheet.low", "sheet.best", "sheet.high", "sheet.scheme", "page.counts", "page.not", "page.rule",
            "page.records", "page.sources", "page.knownby", "page.asof", "page.query", "sheet.key");

    private final EditionDocument document;
    private final Wording wording;

    FigureRows(EditionDocument document, Wording wording) {
        this.document = document;
        this.wording = wording;
    }

    void write(Sheet sheet) {
        sheet.narrow(1, 18);
        sheet.wide(0, 10, 11, 14, 17);
        sheet.row();
        HEADINGS.forEach(key -> sheet.heading(wording.text(key)));
        sheet.freeze();
        document.shownFigures().forEach(figure -> figure(sheet.row(), figure));
    }

    private void figure(Sheet sheet, Figure figure) {
        AsPublished totals = figure.asPublished();
        sheet.text(figure.label()).number(figure.value()).number(figure.min())
                .text(Boolean.TRUE.equals(figure.minExclusive()) ? wording.text("sheet.yes") : null).number(figure.max())
                .text(figure.words())
                .number(totals == null ? null : totals.low()).number(totals == null ? null : totals.best())
                .number(totals == null ? null : totals.high()).text(totals == null ? null : totals.scheme())
                .text(figure.counts()).text(figure.doesNotCount()).text(figure.rule()).text(records(figure.records()))
                .text(figure.sources().stream().map(SourceLink::title).filter(title -> title != null)
                        .collect(Collectors.joining(wording.text("list.separator"))))
                .text(figure.knownBy() == null ? null : figure.knownBy().toString())
                .text(figure.asOf() == null ? null : figure.asOf().toString())
                .text(figure.query()).text(figure.key());
    }

    private static String records(FigureRecords records) {
        if (records instanceof FigureRecords.Frozen list) {
            return list.count() + " " + list.digest();
        }
        return records instanceof FigureRecords.Named list ? list.items().stream()
                .map(record -> record.id() + (record.version() == null ? "" : ":" + record.version()))
                .collect(Collectors.joining(" ")) : null;
    }
}
