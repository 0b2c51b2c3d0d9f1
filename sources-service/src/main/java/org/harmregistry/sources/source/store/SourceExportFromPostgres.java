package org.harmregistry.sources.source.store;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.export.Export;
import org.harmregistry.kit.export.ExportFormat;
import org.harmregistry.kit.export.ExportRows;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.source.domain.SourceColumns;
import org.harmregistry.sources.source.domain.SourceExport;
import org.harmregistry.sources.source.domain.SourceFilter;

import io.vertx.sqlclient.Row;

/** Reads sources for an export; each as in lists. */
@ApplicationScoped
class SourceExportFromPostgres implements SourceExport, ExportRows {

    @Override
    public Export of(Caller caller, SourceFilter filter, ExportFormat format) {
        SourceCriteria criteria = new SourceCriteria(caller, filter.asOf()).matching(filter);
        String sql = "select " + ShownSourcesInPostgres.shown(criteria.audience(), "null") + " from " + criteria.source()
                + " where "
                + criteria.sql();
        return new Export("sources", format, SourceColumns.ALL, sql, criteria.parameters(), this);
    }

    @Override
    public UUID id(Row row) {
        return row.getUUID(0);
    }

    @Override
    public String json(Row row) {
        return ShownSourcesInPostgres.source(io.vertx.mutiny.sqlclient.Row.newInstance(row)).json(null);
    }
}
