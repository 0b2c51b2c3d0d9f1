package org.harmregistry.kit.bulk;

import java.util.Locale;

import jakarta.ws.rs.core.MediaType;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** The formats in which an import takes its rows. */
public enum BulkFormat {
    NDJSON,
    CSV;

    public static final String CSV_TYPE = "text/csv";

    /**
     * Reads the header {@code Content-Type}, which the operation's media types have let pass.
     *
     * @throws Failure 415 for CSV in another encoding than UTF-8
     */
    public static BulkFormat of(String contentType) {
        MediaType type = MediaType.valueOf(contentType);
        if (!type.getSubtype().toLowerCase(Locale.ROOT).equals("csv")) {
            return NDJSON;
        }
        String charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
        if (!charset.toLowerCase(Locale.ROOT).equals("utf-8")) {
            throw Failure.of(CommonFailure.UNSUPPORTED_MEDIA_TYPE, "CSV is taken in UTF-8.");
        }
        return CSV;
    }
}
