package org.harmregistry.incidents.incident.store;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.IncidentColumns;
import org.harmregistry.incidents.incident.domain.IncidentExport;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.kit.export.Export;
import org.harmregistry.kit.export.ExportFormat;
import org.harmregistry.kit.export.ExportRows;
import org.harmregistry.kit.identity.Caller;

import io.vertx.sqlclient.Row;

/** Reads incidents for an export: in no order, which is the fastest, and with the point that this reader may see. */
@ApplicationScoped
public class SqlIncidentExport implements IncidentExport, ExportRows {

    private static final int LON = 7;
    private static final int LAT = 8;

    @Override
    public Export of(Caller caller, IncidentFilter filter, ExportFormat format) {
        IncidentCriteria criteria = new IncidentCriteria(caller, filter);
        Audience audience = criteria.audience();
        String sql = "select " + SqlIncidentReading.shown(audience, "null") + ", " + audience.lon() + " as shown_lon, "
                + audience.lat() + " as shown_lat from " + criteria.source() + " where " + criteria.sql();
        return new Export("incidents", format, IncidentColumns.ALL, sql, criteria.parameters(), this);
    }

    @Override
    public UUID id(Row row) {
        return row.getUUID(0);
    }

    @Override
    public String json(Row row) {
        return SqlIncidentReading.incident(io.vertx.mutiny.sqlclient.Row.newInstance(row)).json(null);
    }

    @Override
    public Double lon(Row row) {
        return row.getDouble(LON);
    }

    @Override
    public Double lat(Row row) {
        return row.getDouble(LAT);
    }
}
