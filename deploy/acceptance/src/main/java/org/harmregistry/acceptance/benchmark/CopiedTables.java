package org.harmregistry.acceptance.benchmark;

import java.util.Map;

/**
 * The tables that an import writes, so that COPY can be given the same rows under other ids.
 *
 * @param record the table of the records themselves, with columns {@code id} and {@code recorded_at}
 * @param code an expression over the record's row {@code t} that names it apart from its id
 * @param keys each table, in the order in which they are filled, with the column that holds the record's id
 * @param unique columns that may not hold the same twice, each with an expression over its row {@code t} and the copy {@code b}
 */
record CopiedTables(String record, String code, Map<String, String> keys, Map<String, String> unique) {
}
