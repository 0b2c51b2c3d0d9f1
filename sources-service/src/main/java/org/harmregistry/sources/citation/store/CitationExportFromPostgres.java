package org.harmregistry.sources.citation.store;

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
import org.harmregistry.sources.citation.domain.CitationColumns;
import org.harmregistry.sources.citation.domain.CitationExport;
import org.harmregistry.sources.citation.domain.CitationFilter;

import io.vertx.sqlclient.Row;

/** Reads citations for an export; the database writes each one's JSON, the same as in lists. */
@ApplicationScoped
class CitationExportFromPostgres implements CitationExport, ExportRows {

    private static final String PUBLIC = "s.in_public";
    /** In the public view the names of the dead are left out, and why a citation was taken back. */
    private static final String SELECT = """
            select c.id, cast(jsonb_strip_nulls(jsonb_build_object(
                'id', c.id, 'source', c.source_id, 'incident', c.incident, 'stance', c.stance, 'passage', c.passage,
                'locator', c.parts -> 'locator',
                'claims', case when v.full_view then c.parts -> 'claims' else (c.parts -> 'claims') - 'victims' end,
                'victimsNamed', nullif(coalesce(jsonb_array_length(c.parts #> '{claims,victims}'), 0), 0),
                'dataQuality', c.parts -> 'dataQuality', 'verification', case when c.incident_sight is null then 'unverified' when v.sees_incident then 'verified'
                                     else 'unknown_incident' end,
                'successor', case when v.sees_incident then c.successor end, 'status', c.status,
                'retractionReason', case when v.full_view then c.retraction_reason end,
                'organisation', c.organisation,
                'standing', jsonb_build_object(
                    'independence', case when s.repeats is not null then jsonb_build_object('repeats', s.repeats) end,
                    'canonicalKey', s.canonical_key, 'reliability', s.reliability, 'credibility', s.credibility),
                'version', case when v.full_view then c.version else c.public_version end)) as text) as document,
                c.retracted_at, c.recorded_at, case when v.full_view then c.updated_at else c.public_updated_at end
            from citation c join source s on s.id = c.source_id
            cross join lateral (
                select :all or c.organisation = :own as full_view,
                       c.incident_sight = 'everybody' or c.incident_sight = 'organisation' and c.organisation = :own
                       or c.incident_sight <> 'nobody' and :all as sees_incident) v
            where\s""";

    @Override
    public Export of(Caller caller, CitationFilter filter, ExportFormat format) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("all", caller.readsAll());
        parameters.put("own", caller.organisation() == null ? "" : caller.organisation());
        conditions.add("(:all and not s.kept_only or " + PUBLIC + " or s.organisation = :own)");
        ask(conditions, parameters, "c.source_id = :source", "source", filter.source());
        ask(conditions, parameters, "c.incident = :incident", "incident", filter.incident());
        ask(conditions, parameters, "c.stance = :stance", "stance", word(filter.stance()));
        ask(conditions, parameters, "c.status = :status", "status", word(filter.status()));
        return new Export("citations", format, CitationColumns.ALL, SELECT + String.join(" and ", conditions), parameters,
                this);
    }

    private static String word(Enum<?> term) {
        return term == null ? null : term.name().toLowerCase(Locale.ROOT);
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
        return document.substring(0, document.lastIndexOf('}')) + instant("retractedAt", row, 2)
                + instant("recordedAt", row, 3) + instant("updatedAt", row, 4) + "}";
    }

    private static String instant(String name, Row row, int column) {
        return row.getOffsetDateTime(column) == null ? ""
                : ",\"" + name + "\":\"" + row.getOffsetDateTime(column).toInstant() + "\"";
    }
}
