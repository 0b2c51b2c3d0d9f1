package org.harmregistry.kit.csv;

import java.io.IOException;
import java.util.Arrays;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Makes lines of CSV from the JSON texts of records, one pass over each and nothing kept between them. Not for several
 * threads at once.
 */
public final class CsvLines {

    private static final JsonFactory JSON = new JsonFactory();

    private final CsvColumns columns;
    private final String[] cells;

    public CsvLines(CsvColumns columns) {
        this.columns = columns;
        this.cells = new String[columns.all().size()];
    }

    /** Appends the line of a record, its end included. Members without a column are left out. */
    public void append(StringBuilder text, String json) {
        Arrays.fill(cells, null);
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            read(parser, columns.root(), json);
        } catch (IOException e) {
            throw new IllegalStateException("a record's text is not JSON", e);
        }
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                text.append(',');
            }
            if (cells[i] != null) {
                append(text, columns.all().get(i).type(), cells[i]);
            }
        }
        text.append(CsvCell.LINE_END);
    }

    private static void append(StringBuilder text, CsvType type, String cell) {
        if (type == CsvType.TEXT) {
            CsvCell.appendText(text, cell);
        } else {
            CsvCell.appendPlain(text, cell);
        }
    }

    private void read(JsonParser parser, CsvColumns.Member object, String json) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            CsvColumns.Member member = object.members().get(parser.currentName());
            JsonToken value = parser.nextToken();
            if (member == null) {
                parser.skipChildren();
            } else if (member.isColumn()) {
                cells[member.column()] = cell(parser, value, json);
            } else if (value == JsonToken.START_OBJECT) {
                read(parser, member, json);
            } else {
                parser.skipChildren();
            }
        }
    }

    private static String cell(JsonParser parser, JsonToken value, String json) throws IOException {
        if (value == JsonToken.VALUE_NULL) {
            return null;
        }
        if (!value.isStructStart()) {
            return parser.getText();
        }
        int from = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return json.substring(from, (int) parser.currentTokenLocation().getCharOffset() + 1);
    }
}
