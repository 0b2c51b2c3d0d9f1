package org.harmregistry.kit.export;

import java.util.Map;

import org.harmregistry.kit.csv.CsvColumns;

/**
 * What is exported.
 *
 * @param collection the collection's name in history and feed, which also names the file
 * @param format any but JSON
 * @param columns of the CSV
 * @param sql a statement put together from fixed fragments, its parameters written {@code :name}; it must read what this reader
 *        may see and nothing else
 * @param parameters a value for each name
 * @param rows what the statement's rows mean
 */
public record Export(String collection, ExportFormat format, CsvColumns columns, String sql, Map<String, Object> parameters,
        ExportRows rows) {
}
