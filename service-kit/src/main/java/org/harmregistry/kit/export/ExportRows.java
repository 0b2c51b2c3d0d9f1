package org.harmregistry.kit.export;

import java.util.UUID;

import io.vertx.sqlclient.Row;

/** What a collection makes of the rows of its export's statement. */
public interface ExportRows {

    UUID id(Row row);

    /** The whole record as JSON text without line ends, as this reader sees it; {@code null} if the reader does not. */
    String json(Row row);

    /** Longitude of the point that this reader may see; {@code null} if there is none. */
    default Double lon(Row row) {
        return null;
    }

    default Double lat(Row row) {
        return null;
    }
}
