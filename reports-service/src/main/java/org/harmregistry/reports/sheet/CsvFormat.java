package org.harmregistry.reports.sheet;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.csv.CsvColumn;
import org.harmregistry.kit.csv.CsvColumns;
import org.harmregistry.kit.csv.CsvLines;
import org.harmregistry.reports.edition.domain.EditionDocument;
import org.harmregistry.reports.edition.domain.FileFormat;
import org.harmregistry.reports.figure.Figure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The figures of an edition as CSV (RFC 4180), a row each; the second line holds HXL tags (HXL 1.1). A text that a spreadsheet
 * would take for a formula has an apostrophe in front.
 */
@ApplicationScoped
public class CsvFormat implements FileFormat {

    private final ObjectMapper mapper;

    public CsvFormat(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public byte[] write(EditionDocument document) {
        CsvColumns columns = columns(document.language());
        CsvLines lines = new CsvLines(columns);
        StringBuilder text = new StringBuilder(columns.head());
        document.shownFigures().forEach(figure -> lines.append(text, row(document, figure).toString()));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A row says what it is part of, so that it can be read without the edition. */
    private ObjectNode row(EditionDocument document, Figure figure) {
        ObjectNode row = mapper.valueToTree(figure);
        return row.put("report", document.report()).put("edition", document.id().toString())
                .put("from", document.period().from().toString()).put("to", document.period().to().toString());
    }

    private static CsvColumns columns(String language) {
        String said = "+i_" + language;
        return new CsvColumns(List.of(
                CsvColumn.text("key", "#meta+figure+id"),
                CsvColumn.text("label", "#indicator+name" + said),
                CsvColumn.number("value", "#indicator+value+num"),
                CsvColumn.number("min", "#indicator+value+min+num"),
                CsvColumn.bool("minExclusive", "#indicator+value+min+exclusive"),
                CsvColumn.number("max", "#indicator+value+max+num"),
                CsvColumn.text("words", "#indicator+value+text" + said),
                CsvColumn.text("asPublished.scheme", "#meta+scheme"),
                CsvColumn.number("asPublished.low", "#indicator+value+low+num"),
                CsvColumn.number("asPublished.best", "#indicator+value+best+num"),
                CsvColumn.number("asPublished.high", "#indicator+value+high+num"),
                CsvColumn.text("counts", "#description+included" + said),
                CsvColumn.text("doesNotCount", "#description+excluded" + said),
                CsvColumn.text("from", "#date+start"),
                CsvColumn.text("to", "#date+end"),
                CsvColumn.text("query", "#meta+url+query"),
                CsvColumn.text("rule", "#meta+rule"),
                CsvColumn.json("records", "#meta+records"),
                CsvColumn.json("sources", "#meta+sources"),
                CsvColumn.text("asOf", "#date+recorded"),
                CsvColumn.text("knownBy", "#date+known"),
                CsvColumn.text("report", "#meta+report+code"),
                CsvColumn.text("edition", "#meta+edition+id")));
    }
}
