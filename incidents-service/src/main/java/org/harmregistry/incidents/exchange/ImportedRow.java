package org.harmregistry.incidents.exchange;

import java.util.List;
import java.util.UUID;

import org.harmregistry.kit.bulk.RowKey;

/**
 * One row of an import.
 *
 * @param content what it says of the record
 * @param keys its external ids
 * @param exported of which record and version it is the export; {@code null} if it came from elsewhere
 * @param digest digest of the row's canonical JSON
 */
public record ImportedRow<C>(C content, List<RowKey> keys, Exported exported, String digest) {

    /** The record and version that an exported row names. */
    public record Exported(UUID id, long version) {
    }

    /** By what the importer finds the row in the answer. */
    RowKey key() {
        return keys.isEmpty() ? null : keys.get(0);
    }

    boolean isExportOf(UUID record) {
        return exported != null && exported.id().equals(record);
    }
}
