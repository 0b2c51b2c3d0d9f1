package org.harmregistry.kit.sample;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.harmregistry.kit.csv.CsvColumn;
import org.harmregistry.kit.csv.CsvColumns;
import org.harmregistry.kit.export.Export;
import org.harmregistry.kit.export.ExportFormat;
import org.harmregistry.kit.export.ExportRows;
import org.harmregistry.kit.export.Exports;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;

/** Rows out of nothing, as many as one asks for. */
@Path("/rows")
public class RowResource implements ExportRows {

    private static final String SQL = """
            select cast(lpad(to_hex(n), 32, '0') as uuid) as id, 1.0 / n as share, n as number,
                   case when n % 2 = 0 then 35.5 + 1 / (n - :bad) * 0 end as lat
            from generate_series(1, :count) as n
            """;
    private static final CsvColumns COLUMNS = new CsvColumns(List.of(CsvColumn.number("n", "#meta+id"),
            CsvColumn.text("text", "")));

    private final Exports exports;

    RowResource(Exports exports) {
        this.exports = exports;
    }

    @GET
    @PermitAll
    @Produces({ ExportFormat.JSON_TYPE, ExportFormat.GEOJSON_TYPE, ExportFormat.CSV_TYPE, ExportFormat.NDJSON_TYPE })
    public Uni<Response> rows(@QueryParam("count") Integer count, @QueryParam("bad") Integer bad,
            @QueryParam("format") String format, @HeaderParam("If-None-Match") String ifNoneMatch,
            @Context HttpHeaders headers) {
        ExportFormat asked = ExportFormat.asked(format, headers, ExportFormat.values());
        if (asked == ExportFormat.JSON) {
            return Uni.createFrom().item(Response.ok(Map.of("items", List.of())).type(ExportFormat.JSON_TYPE).build());
        }
        return exports.answer(new Export("notes", asked, COLUMNS, SQL,
                Map.of("count", count, "bad", bad == null ? -1 : bad), this), ifNoneMatch);
    }

    @Override
    public UUID id(Row row) {
        return row.getUUID(0);
    }

    @Override
    public String json(Row row) {
        return "{\"n\": " + row.getInteger(2) + ", \"text\": \"=الرقة, " + "x".repeat(500) + "\"}";
    }

    @Override
    public Double lat(Row row) {
        return row.getDouble(3);
    }

    @Override
    public Double lon(Row row) {
        return 39.0;
    }
}
