package org.harmregistry.reports.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.enterprise.context.ApplicationScoped;

import org.dhatim.fastexcel.Workbook;
import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.edition.domain.EditionDocument;
import org.harmregistry.reports.edition.domain.FileFormat;
import org.harmregistry.reports.wording.Wording;
import org.harmregistry.reports.wording.Wordings;

/**
 * An edition as a spreadsheet (Office Open XML): what it is, its figures, and a sheet for each table, each chart and the
 * places.
 * Numbers are numbers; texts are texts, whatever they begin with.
 */
@ApplicationScoped
public class SpreadsheetFormat implements FileFormat {

    private static final String APPLICATION = "Civilian Harm Registry";

    private final Wordings wordings;

    public SpreadsheetFormat(Wordings wordings) {
        this.wordings = wordings;
    }

    @Override
    public String name() {
        return "xlsx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public byte[] write(EditionDocument document) {
        Wording wording = wordings.in(document.language());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            try (Workbook workbook = new Workbook(bytes, APPLICATION, null)) {
                workbook.properties().setTitle(SheetText.of(document.title()));
                new CoverSheet(document, wording).write(sheet(workbook, wording, "sheet.cover"));
                new FigureRows(document, wording).write(sheet(workbook, wording, "sheet.figures"));
                tables(document, workbook, wording);
                if (!document.places().isEmpty()) {
                    new PlaceRows(document, wording).write(sheet(workbook, wording, "sheet.places"));
                }
            }
            return SteadyPackage.of(bytes.toByteArray(), document.publishedAt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tables(EditionDocument document, Workbook workbook, Wording wording) {
        int number = 0;
        for (Section section : document.sections()) {
            for (Block block : section.blocks()) {
                if (block.table() != null) {
                    new TableRows(wording).write(sheet(workbook, wording, "sheet.table", ++number), block.table());
                } else if (block.chart() != null) {
                    new ChartRows(wording).write(sheet(workbook, wording, "sheet.table", ++number), block.chart());
                }
            }
        }
    }

    private static Sheet sheet(Workbook workbook, Wording wording, String key, Object... arguments) {
        return new Sheet(workbook.newWorksheet(wording.text(key, arguments)), wording.isRightToLeft());
    }
}
