package org.harmregistry.sources.source.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** Reads sources for an export; the database writes each one's JSON, the same as in lists. */
@ApplicationScoped
class SourceExportFromPostgres implements SourceExport, ExportRows {

    private static final String PUBLIC = "s.status = 'accepted' and s.publication = 'public'";
    private static final String SELECT = """
            select s.id, cast(jsonb_strip_nulls(jsonb_build_object(
                'id', s.id, 'externalIds', s.parts -> 'externalIds', 'kind', s.kind, 'title', s.title, 'url', s.url,
                'archivedUrl', s.archived_url, 'publisher', s.publisher, 'author', s.author,
                'publishedOn', case when s.published_on_precision is not null then jsonb_build_object(
                    'date', s.published_on, 'precision', s.published_on_precision, 'asPrinted', s.published_on_as_printed) end,
                'language', s.language, 'medium', s.medium, 'texts', s.parts -> 'texts', 'reliability', s.reliability,
                'credibility', s.credibility,
                'independence', case when s.repeats is not null then jsonb_build_object('repeats', s.repeats) end,
                'sensitivity', s.parts -> 'sensitivity', 'fieldwork', s.parts -> 'fieldwork', 'dataset', s.dataset,
                'licence', s.licence, 'attribution', s.attribution, 'dataQuality', s.parts -> 'dataQuality',
                'canonicalKey', s.canonical_key, 'status', s.status, 'publication', s.publication,
                'organisation', s.organisation, 'version', s.version)) as text) as document, s.recorded_at, s.updated_at
            from source s where\s""";

    @Override
    public Export of(Caller caller, SourceFilter filter, ExportFormat format) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        if (caller.readsAll()) {
            conditions.add("(not s.kept_only or s.organisation = :own)");
            parameters.put("own", caller.organisation() == null ? "" : caller.organisation());
        } else if (caller.organisation() == null) {
            conditions.add(PUBLIC);
        } else {
            conditions.add("(" + PUBLIC + " or s.organisation = :own)");
            parameters.put("own", caller.organisation());
        }
        ask(conditions, parameters, "s.kind = :kind", "kind",
                filter.kind() == null ? null : filter.kind().name().toLowerCase(Locale.ROOT));
        ask(conditions, parameters, "s.publisher = :publisher", "publisher", filter.publisher());
        ask(conditions, parameters, "s.published_on >= :from", "from", filter.from());
        ask(conditions, parameters, "s.published_on <= :to", "to", filter.to());
        ask(conditions, parameters, "s.dataset = :dataset", "dataset", filter.dataset());
        if (filter.externalId() != null) {
            conditions.add("s.id in (select h.source_id from source_external_id h"
                    + " where h.system = :system and h.external_id = :externalId)");
            parameters.put("system", filter.externalId().system());
            parameters.put("externalId", filter.externalId().id());
        }
        return new Export("sources", format, SourceColumns.ALL, SELECT + String.join(" and ", conditions), parameters, this);
    }

    private static void ask(List<String> conditions, Map<String, Object> parameters, String condition, String name,
            Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    @Override
    public UUID id(Row row) {
        return row.getUUID(0);
    }

    @Override
    public String json(Row row) {
        String document = row.getString(1);
        return document.substring(0, document.lastIndexOf('}')) + ",\"recordedAt\":\"" + row.getOffsetDateTime(2).toInstant()
                + "\",\"updatedAt\":\"" + row.getOffsetDateTime(3).toInstant() + "\"}";
    }
}
