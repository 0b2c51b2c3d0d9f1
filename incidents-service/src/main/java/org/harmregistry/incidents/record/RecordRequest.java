package org.harmregistry.incidents.record;

import java.time.Instant;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.harmregistry.kit.export.ExportFormat;
import org.harmregistry.kit.history.AsOf;

/** What every request for a list of records may say, page by page or whole, beside the conditions of its kind. */
public class RecordRequest {

    /** For the API document. */
    public static final String FORMAT = "json (the default), csv or ndjson; without it the Accept header decides. csv and "
            + "ndjson stream the whole filtered set, and take no limit, after or count.";

    @QueryParam("asOf")
    @Parameter(description = ApiText.AS_OF)
    String asOf;

    @QueryParam("limit")
    @Parameter(description = ApiText.LIMIT)
    String limit;

    @QueryParam("after")
    @Parameter(description = ApiText.AFTER)
    String after;

    @QueryParam("count")
    @Parameter(description = ApiText.COUNT)
    String count;

    @QueryParam("format")
    @Parameter(description = FORMAT)
    String format;

    @HeaderParam(HttpHeaders.IF_NONE_MATCH)
    @Parameter(description = ApiText.IF_NONE_MATCH)
    String ifNoneMatch;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    Instant asOf() {
        return AsOf.parameter(asOf);
    }

    ExportFormat format() {
        return ExportFormat.asked(format, headers, ExportFormat.JSON, ExportFormat.CSV, ExportFormat.NDJSON);
    }
}
