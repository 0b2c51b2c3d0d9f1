package org.harmregistry.kit.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.harmregistry.kit.csv.CsvColumns;
import org.harmregistry.kit.csv.CsvHeader;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** Turns the lines of a CSV into the rows that NDJSON would carry. A row is numbered by the line on which it begins. */
final class CsvRows implements BulkSource {

    private final CsvRecords records;
    private final CsvColumns columns;
    private final JsonReading json;
    private CsvHeader header;
    private boolean begun;

    CsvRows(InputStream body, CsvColumns columns, JsonReading json) {
        this.records = new CsvRecords(body);
        this.columns = columns;
        this.json = json;
    }

    /** @throws Failure 400 if the first line is no header of this collection: then no row can be read */
    @Override
    public BulkLine next() throws IOException {
        if (header == null) {
            header = header();
        }
        BulkLine record = records.next();
        if (record != null && !begun) {
            begun = true;
            record = isTags(record) ? records.next() : record;
        }
        return record == null || record.flaw() != null ? record : row(record);
    }

    private CsvHeader header() throws IOException {
        BulkLine first = records.next();
        if (first == null) {
            throw Failure.of(CommonFailure.MALFORMED_REQUEST, "The first line of a CSV names its columns; there is none.");
        }
        if (first.flaw() != null) {
            throw first.flaw();
        }
        return new CsvHeader(columns, json, text(first));
    }

    private static boolean isTags(BulkLine record) {
        try {
            return record.flaw() == null && CsvHeader.isTags(text(record));
        } catch (Failure failure) {
            return false;
        }
    }

    private BulkLine row(BulkLine record) {
        try {
            return new BulkLine(record.number(), header.json(text(record)), null);
        } catch (Failure failure) {
            return new BulkLine(record.number(), new byte[0], failure);
        }
    }

    private static String text(BulkLine record) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(record.content())).toString();
        } catch (CharacterCodingException e) {
            throw Failure.at(CommonFailure.INVALID_TEXT, "", "The row is not UTF-8.");
        }
    }
}
